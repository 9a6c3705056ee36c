package org.mera.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mera.batch.RunSummary;

/** The summary that ends each run. */
final class SummaryText {

    private static final int TOLD_CODES = 5;
    private static final int TOLD_FILES = 5;

    private final PrintWriter out;

    SummaryText(PrintWriter out) {
        this.out = out;
    }

    void print(RunSummary summary, Path log) {
        out.println();
        out.println("Rating of " + summary.year() + ", revision " + summary.revision() + ": " + outcome(summary));
        count("registered", summary.registered());
        count("handed in", summary.handedIn());
        count("accepted", summary.accepted());
        line("rejected", number(summary.rejected()) + withdrawn(summary));
        count("warned", summary.warned());
        count("ranked", summary.ranked());
        if (summary.withdrawn() > 0) {
            count("withdrawn", summary.withdrawn());
        }
        line(
                "reassessed",
                number(summary.reassessed()) + " of " + Numbers.of(summary.companies(), "company", "companies"));
        if (summary.reports() > 0) {
            line("reports", number(summary.printed()) + " printed of " + Numbers.count(summary.reports()));
        }
        line("failed chunks", failedChunks(summary));
        line("problems", problems(summary));
        line("files", files(summary));
        line("log", log.toString());
        summary.messages().forEach(out::println);
    }

    /** Who is withdrawn is settled, with errors or without. */
    private static String withdrawn(RunSummary summary) {
        int withdrawn = summary.rejectedAndWithdrawn();
        if (withdrawn == 0) {
            return "";
        }
        return withdrawn == summary.rejected()
                ? ", all withdrawn"
                : ", " + Numbers.count(withdrawn) + " of them withdrawn";
    }

    private static String failedChunks(RunSummary summary) {
        return number(summary.failedChunks()) + (summary.failedChunks() == 0 ? "" : ", told by mera status");
    }

    private static String outcome(RunSummary summary) {
        String time = Numbers.duration(summary.duration());
        return switch (summary.outcome()) {
            case COMPLETED -> "done in " + time;
            case UNCHANGED -> "nothing changed since it was done; checked in " + time;
            case FAILED -> "FAILED after " + time;
        };
    }

    private static String problems(RunSummary summary) {
        if (summary.errors() + summary.warnings() == 0) {
            return "none";
        }
        String told = summary.problems().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(TOLD_CODES)
                .map(code -> code.getKey() + " " + Numbers.count(code.getValue()))
                .collect(Collectors.joining(", "));
        return Numbers.of(summary.errors(), "error", "errors") + ", "
                + Numbers.of(summary.warnings(), "warning", "warnings") + (told.isEmpty() ? "" : ": " + told)
                + (summary.problems().size() > TOLD_CODES ? ", …" : "");
    }

    private static String files(RunSummary summary) {
        return summary.files().isEmpty()
                ? summary.folder() + " is as it was before"
                : summary.folder() + ": "
                        + summary.files().stream().limit(TOLD_FILES).collect(Collectors.joining(", "))
                        + (summary.files().size() > TOLD_FILES
                                ? " and " + Numbers.count(summary.files().size() - TOLD_FILES) + " more"
                                : "");
    }

    private void count(String label, int number) {
        line(label, number(number));
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%7s", Numbers.count(number));
    }

    private void line(String label, String text) {
        out.println(String.format(Locale.ROOT, "  %-13s  %s", label, text));
    }
}
