package org.mera.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.mera.batch.RunStatus.FailedChunk;

/** A failed chunk in a line: which, of what, how often tried, when, and why. */
final class FailedChunkText {

    private final DateTimeFormatter time;

    FailedChunkText(ZoneId zone) {
        this.time =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    String of(FailedChunk chunk) {
        return "failed chunk " + chunk.chunk() + " of " + chunk.step() + " (" + items(chunk) + "; " + attempts(chunk)
                + time.format(chunk.time()) + "): " + chunk.cause() + file(chunk);
    }

    private static String items(FailedChunk chunk) {
        String singular =
                switch (chunk.unit()) {
                    case "companies" -> "company";
                    case "reports" -> "report";
                    default -> "file";
                };
        String range = chunk.first().equals(chunk.last()) ? chunk.first() : chunk.first() + " to " + chunk.last();
        return Numbers.of(chunk.items(), singular, chunk.unit()) + (range.isEmpty() ? "" : ", " + range);
    }

    private static String attempts(FailedChunk chunk) {
        String attempts = Numbers.of(chunk.attempts(), "attempt", "attempts");
        return chunk.runs() == 1 ? attempts + ", " : attempts + " in " + Numbers.count(chunk.runs()) + " runs, last ";
    }

    /** Most causes name the file themselves. */
    private static String file(FailedChunk chunk) {
        return chunk.file().isEmpty() || chunk.cause().contains(chunk.file()) ? "" : " (" + chunk.file() + ")";
    }
}
