package org.mera.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import org.mera.batch.RunStatus;
import org.mera.cycle.ChunkFailure.Since;

/** The runs as {@code status} prints them. */
final class StatusText {

    private static final Set<String> GOES_ON = Set.of("FAILED", "INTERRUPTED");

    private final PrintWriter out;
    private final IntFunction<String> rerun;
    private final DateTimeFormatter time;
    private final FailedChunkText failedChunk;

    /**
     * Prints runs.
     *
     * @param rerun the command line that goes on with a rated year
     */
    StatusText(PrintWriter out, ZoneId zone, IntFunction<String> rerun) {
        this.out = out;
        this.rerun = rerun;
        this.time =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
        this.failedChunk = new FailedChunkText(zone);
    }

    void print(RunStatus status) {
        if (status.runs().isEmpty()) {
            out.println("No runs yet.");
        }
        Set<Integer> years = new HashSet<>();
        for (RunStatus.Run run : status.runs()) {
            print(run);
            boolean newest = years.add(run.year());
            boolean reopened = run.approval() != null && run.approval().reopened() != null;
            if (newest && (reopened || GOES_ON.contains(run.state()))) {
                out.println("  to go on: " + rerun.apply(run.year()));
            }
        }
    }

    private void print(RunStatus.Run run) {
        Instant ended = run.ended();
        out.println("Rating of " + run.year() + (run.revision() == null ? "" : ", revision " + run.revision()) + ": "
                + run.state() + ", begun " + time.format(run.started())
                + (ended == null ? "" : ", ended " + time.format(ended)) + ", by " + run.holder());
        run.steps().forEach(this::print);
        RunStatus.Counts counts = run.counts();
        if (counts != null) {
            out.println("  registered " + Numbers.count(counts.registered()) + ", handed in "
                    + Numbers.count(counts.handedIn()) + ", accepted " + Numbers.count(counts.accepted())
                    + ", rejected " + Numbers.count(counts.rejected()) + ", warned " + Numbers.count(counts.warned())
                    + ", ranked " + Numbers.count(counts.ranked())
                    + (counts.withdrawn() == 0 ? "" : ", withdrawn " + Numbers.count(counts.withdrawn())));
        }
        RunStatus.Reports reports = run.reports();
        if (reports != null) {
            out.println("  reports: printed " + Numbers.count(reports.printed()) + " of "
                    + Numbers.count(reports.reports()));
        }
        RunStatus.Approval approval = run.approval();
        if (approval != null) {
            out.println("  approved: edition " + approval.edition() + ", protocol " + approval.protocol() + ", on "
                    + approval.date() + (approval.reopened() == null ? "" : "; opened again: " + approval.reopened()));
        }
        if (!run.message().isEmpty()
                && run.failedChunks().isEmpty()
                && run.pastFailures().isEmpty()) {
            out.println("  cause: " + run.message());
        }
        run.failedChunks().forEach(chunk -> out.println("  " + failedChunk.of(chunk)));
        past(run, Since.DONE, " and has been done since", " and have been done since");
        past(run, Since.FAILED_AGAIN, " and again in a later one", " and again in a later one");
        past(run, Since.REPLACED, "; a newer revision took its place", "; a newer revision took their place");
    }

    private void past(RunStatus.Run run, Since since, String ofOne, String ofSeveral) {
        long chunks = run.pastFailures().stream()
                .filter(chunk -> chunk.since() == since)
                .count();
        if (chunks > 0) {
            out.println("  " + Numbers.of(chunks, "chunk", "chunks") + " failed in this run"
                    + (chunks == 1 ? ofOne : ofSeveral));
        }
    }

    private void print(RunStatus.Step step) {
        String amount = step.total() > 0
                ? Numbers.count(step.done()) + " of " + Numbers.count(step.total()) + " " + step.unit()
                : step.done() > 0 ? Numbers.count(step.done()) + " " + step.unit() : "";
        out.println(String.format(Locale.ROOT, "  %-10s %-10s %s", step.name(), step.state(), amount)
                .stripTrailing());
    }
}
