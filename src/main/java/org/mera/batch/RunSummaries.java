package org.mera.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mera.csv.Severity;
import org.mera.cycle.Chunk;
import org.mera.cycle.JdbcChunks;
import org.mera.cycle.Revision;
import org.mera.ranking.Counts;
import org.mera.ranking.JdbcStandings;
import org.mera.seal.Manifest;
import org.mera.seal.OutputSet;
import org.mera.seal.SealedFile;
import org.mera.submission.JdbcProblems;
import org.springframework.stereotype.Component;

/** What came of a run, told from the tables. */
@Component
class RunSummaries {

    private final JdbcStandings standings;
    private final JdbcProblems problems;
    private final JdbcChunks chunks;

    RunSummaries(JdbcStandings standings, JdbcProblems problems, JdbcChunks chunks) {
        this.standings = standings;
        this.problems = problems;
        this.chunks = chunks;
    }

    RunSummary completed(ActiveRun run, Duration duration) {
        return summary(run, RunSummary.Outcome.COMPLETED, 0, duration, List.of());
    }

    /**
     * A run that found everything as it was.
     *
     * @param restored the files that were not what was sealed and have been written anew
     * @param replaced whether the folder had a sound set of another revision, in whose place this one's was put
     */
    RunSummary unchanged(ActiveRun run, List<String> restored, boolean replaced, Duration duration) {
        List<String> messages = new ArrayList<>();
        if (!restored.isEmpty()) {
            messages.add("Missing or damaged outputs were restored: " + shortened(restored));
        }
        if (replaced) {
            messages.add("The folder had the outputs of another revision or version; they were replaced");
        }
        return summary(run, RunSummary.Outcome.UNCHANGED, 0, duration, messages);
    }

    RunSummary failed(ActiveRun run, List<Throwable> failures, Duration duration) {
        List<Chunk> failed = chunks.failed(run.revision().year(), run.revision().number());
        String why = failed.isEmpty()
                ? failures.stream().map(Causes::inWords).distinct().collect(Collectors.joining("; "))
                : failed.stream().map(Chunk::cause).distinct().limit(3).collect(Collectors.joining("; "));
        String what = failed.isEmpty()
                ? "The run failed: "
                : failed.size() + (failed.size() == 1 ? " chunk failed: " : " chunks failed: ");
        String left = new OutputSet(run.folder())
                .manifest()
                .map(manifest -> ", the files of revision " + manifest.revision() + " are as they were")
                .orElse("");
        return summary(
                run,
                RunSummary.Outcome.FAILED,
                failed.size(),
                duration,
                List.of(
                        what + why,
                        "Nothing was ranked or published" + left
                                + ". Remove the cause and give the same command again."));
    }

    private RunSummary summary(
            ActiveRun run, RunSummary.Outcome outcome, int failedChunks, Duration duration, List<String> messages) {
        Revision revision = run.revision();
        Counts counts = standings.counts(revision);
        Map<Severity, Integer> severities = problems.countBySeverity(revision);
        return new RunSummary(
                revision.year(),
                revision.number(),
                outcome,
                counts.registered(),
                counts.handedIn(),
                counts.accepted(),
                counts.rejected(),
                counts.warned(),
                counts.ranked(),
                run.assessed(),
                standings.companies(revision),
                failedChunks,
                severities.getOrDefault(Severity.ERROR, 0),
                severities.getOrDefault(Severity.WARNING, 0),
                problems.countByCode(revision),
                run.folder(),
                outcome == RunSummary.Outcome.FAILED ? List.of() : files(run),
                duration,
                messages);
    }

    private static List<String> files(ActiveRun run) {
        return new OutputSet(run.folder())
                .manifest().map(Manifest::outputs).orElse(List.of()).stream()
                        .map(SealedFile::path)
                        .toList();
    }

    private static String shortened(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(5, names.size()))) + (names.size() > 5 ? ", …" : "");
    }
}
