package org.mera.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mera.batch.RunSummary;
import org.springframework.context.MessageSource;

/** News in the words of an e-mail. */
final class NewsText {

    private final MessageSource words;
    private final Locale language;

    NewsText(MessageSource words, Locale language) {
        this.words = words;
        this.language = language;
    }

    String subject(News news) {
        return news.run() == null
                ? word("news.subject.job", year(news), news.job(), outcome(news))
                : word("news.subject.run", year(news), Long.toString(news.run()), outcome(news));
    }

    String body(News news) {
        List<String> lines = new ArrayList<>();
        lines.add(subject(news));
        lines.add("");
        RunSummary summary = news.summary();
        if (summary != null) {
            lines.add(counts(summary));
            if (summary.failedChunks() > 0) {
                lines.add(word("news.chunks", Integer.toString(summary.failedChunks())));
            }
        }
        if (news.run() != null) {
            lines.add(word("news.duration", duration(news.duration())));
        }
        if (!news.message().isEmpty()) {
            lines.add(word("news.cause", news.message()));
        }
        lines.add(word("news.address", news.address()));
        return String.join("\n", lines) + "\n";
    }

    private String counts(RunSummary summary) {
        return word(
                "news.counts",
                Integer.toString(summary.revision()),
                Integer.toString(summary.registered()),
                Integer.toString(summary.handedIn()),
                Integer.toString(summary.accepted()),
                Integer.toString(summary.rejected()),
                Integer.toString(summary.warned()),
                Integer.toString(summary.ranked()));
    }

    private String outcome(News news) {
        return word("news.event." + news.event().word());
    }

    private static String year(News news) {
        return Integer.toString(news.year());
    }

    private String duration(Duration duration) {
        return word(
                "news.time",
                Long.toString(duration.toHours()),
                Integer.toString(duration.toMinutesPart()),
                Integer.toString(duration.toSecondsPart()));
    }

    private String word(String key, Object... values) {
        return words.getMessage(key, values, language);
    }
}
