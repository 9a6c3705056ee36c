package org.mera.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.mera.batch.RunStatus;

/** The runs as {@code status} prints them. */
final class StatusText {

    private final PrintWriter out;
    private final DateTimeFormatter time;

    StatusText(PrintWriter out, ZoneId zone) {
        this.out = out;
        this.time =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    void print(RunStatus status) {
        if (status.runs().isEmpty()) {
            out.println("No runs yet.");
        }
        status.runs().forEach(this::print);
    }

    private void print(RunStatus.Run run) {
        Instant ended = run.ended();
        out.println("Rating of " + run.year() + ", revision " + run.revision() + ": " + run.state() + ", begun "
                + time.format(run.started()) + (ended == null ? "" : ", ended " + time.format(ended)));
        run.steps().forEach(this::print);
        RunStatus.Counts counts = run.counts();
        if (counts != null) {
            out.println("  registered " + Numbers.count(counts.registered()) + ", handed in "
                    + Numbers.count(counts.handedIn()) + ", accepted " + Numbers.count(counts.accepted())
                    + ", rejected " + Numbers.count(counts.rejected()) + ", warned " + Numbers.count(counts.warned())
                    + ", ranked " + Numbers.count(counts.ranked()));
        }
        run.failedChunks().forEach(this::print);
    }

    private void print(RunStatus.Step step) {
        String amount = step.total() > 0
                ? Numbers.count(step.done()) + " of " + Numbers.count(step.total()) + " " + step.unit()
                : step.done() > 0 ? Numbers.count(step.done()) + " " + step.unit() : "";
        out.println(String.format(Locale.ROOT, "  %-10s %-10s %s", step.name(), step.state(), amount)
                .stripTrailing());
    }

    private void print(RunStatus.FailedChunk chunk) {
        out.println("  failed chunk " + chunk.chunk() + " of " + chunk.step() + " ("
                + Numbers.of(chunk.companies(), "company", "companies") + " from " + chunk.first() + " on, "
                + Numbers.of(chunk.attempts(), "attempt", "attempts") + "): " + chunk.cause());
    }
}
