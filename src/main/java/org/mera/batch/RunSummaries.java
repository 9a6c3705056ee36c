package org.mera.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mera.committee.JdbcMissingEntries;
import org.mera.csv.Severity;
import org.mera.cycle.Chunk;
import org.mera.cycle.ChunkFailure;
import org.mera.cycle.JdbcChunks;
import org.mera.cycle.Revision;
import org.mera.ranking.Counts;
import org.mera.ranking.JdbcStandings;
import org.mera.seal.DamagedManifestException;
import org.mera.seal.Manifest;
import org.mera.seal.OutputSet;
import org.mera.seal.SealedFile;
import org.mera.submission.JdbcProblems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What came of a run, told from the tables. */
@Component
class RunSummaries {

    private static final Logger log = LoggerFactory.getLogger(RunSummaries.class);

    private final JdbcStandings standings;
    private final JdbcProblems problems;
    private final JdbcChunks chunks;
    private final DecisionNotes decisions;
    private final JdbcMissingEntries missing;

    RunSummaries(
            JdbcStandings standings,
            JdbcProblems problems,
            JdbcChunks chunks,
            DecisionNotes decisions,
            JdbcMissingEntries missing) {
        this.standings = standings;
        this.problems = problems;
        this.chunks = chunks;
        this.decisions = decisions;
        this.missing = missing;
    }

    RunSummary completed(ActiveRun run, Duration duration) {
        List<String> messages = new ArrayList<>(decisions.of(run));
        if (run.approving() != null) {
            missing.of(run.revision().year()).forEach(entry -> messages.add("ATTENTION: " + entry));
        }
        return summary(run, RunSummary.Outcome.COMPLETED, List.of(), List.of(), duration, messages);
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
        } else if (replaced) {
            messages.add("The folder had the outputs of another revision or version; they were replaced");
        } else {
            messages.add("All outputs were verified: they are what was sealed");
        }
        return summary(run, RunSummary.Outcome.UNCHANGED, List.of(), List.of(), duration, messages);
    }

    /** {@return that nothing had to be done to a set that was found sound} No run was begun. */
    RunSummary intact(Revision revision, Path folder, Duration duration) {
        return summary(
                revision,
                folder,
                0,
                0,
                RunSummary.Outcome.UNCHANGED,
                List.of(),
                List.of(),
                duration,
                List.of("All outputs were verified: they are what was sealed"));
    }

    RunSummary failed(ActiveRun run, List<Throwable> failures, Duration duration) {
        List<RunStatus.FailedChunk> failed = failedChunks(run.revision());
        if (run.stop().isRequested()) {
            return stopped(run, failed, failures, duration);
        }
        List<String> causes = failed.isEmpty()
                ? failures.stream().map(Causes::inWords).distinct().toList()
                : causes(failed);
        String what = failed.isEmpty()
                ? "The run failed: "
                : failed.size() + (failed.size() == 1 ? " chunk failed: " : " chunks failed: ");
        String left = left(run);
        return summary(
                run,
                RunSummary.Outcome.FAILED,
                failed,
                causes,
                duration,
                List.of(
                        what + shortened(causes, 3, "; "),
                        (onlyReports(failed) ? "Nothing was published" : "Nothing was ranked or published") + left
                                + ". Remove the cause, then rerun."));
    }

    /** Something may have failed before it was asked to stop. */
    private RunSummary stopped(
            ActiveRun run, List<RunStatus.FailedChunk> failed, List<Throwable> failures, Duration duration) {
        String stop = new StoppedException(run.stop().by().orElseThrow()).getMessage();
        return summary(
                run,
                RunSummary.Outcome.FAILED,
                failed,
                Stream.concat(
                                Stream.of(stop),
                                failed.isEmpty()
                                        ? failures.stream()
                                                .filter(failure -> !RunStep.isStop(failure))
                                                .map(Causes::inWords)
                                                .distinct()
                                        : causes(failed).stream())
                        .toList(),
                duration,
                List.of(
                        "The run was "
                                + run.stop().by().map(by -> "stopped by " + by).orElseThrow(),
                        "Nothing was published" + left(run) + ". A rerun goes on with it."));
    }

    private static List<String> causes(List<RunStatus.FailedChunk> failed) {
        return failed.stream().map(RunStatus.FailedChunk::cause).distinct().toList();
    }

    /** Then all else of the run was done. */
    private static boolean onlyReports(List<RunStatus.FailedChunk> failed) {
        return !failed.isEmpty()
                && failed.stream().allMatch(chunk -> chunk.step().equals(ReportStep.NAME));
    }

    private static String left(ActiveRun run) {
        try {
            return new OutputSet(run.folder())
                    .manifest()
                    .map(manifest -> ", the files of revision " + manifest.revision() + " are as they were")
                    .orElse("");
        } catch (DamagedManifestException e) {
            // Why the run failed is what has to be told; a damaged set is told when it is looked at.
            log.warn("The manifest in {} is damaged", run.folder(), e);
            return "";
        }
    }

    private List<RunStatus.FailedChunk> failedChunks(Revision revision) {
        return chunks.failures(revision.year()).stream()
                .filter(failure -> failure.revision() == revision.number())
                .filter(failure -> failure.since() == ChunkFailure.Since.FAILED)
                .map(RunStatus.FailedChunk::of)
                .toList();
    }

    private RunSummary summary(
            ActiveRun run,
            RunSummary.Outcome outcome,
            List<RunStatus.FailedChunk> failed,
            List<String> causes,
            Duration duration,
            List<String> messages) {
        return summary(
                run.revision(),
                run.folder(),
                run.assessed(),
                run.reports().printed(),
                outcome,
                failed,
                causes,
                duration,
                messages);
    }

    private RunSummary summary(
            Revision revision,
            Path folder,
            int assessed,
            int printed,
            RunSummary.Outcome outcome,
            List<RunStatus.FailedChunk> failed,
            List<String> causes,
            Duration duration,
            List<String> messages) {
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
                counts.withdrawn(),
                counts.withdrawn() == 0 ? 0 : standings.rejectedAndWithdrawn(revision),
                assessed,
                standings.companies(revision),
                printed,
                reports(revision),
                failed,
                causes,
                severities.getOrDefault(Severity.ERROR, 0),
                severities.getOrDefault(Severity.WARNING, 0),
                problems.countByCode(revision),
                folder,
                outcome == RunSummary.Outcome.FAILED ? List.of() : files(folder),
                duration,
                messages);
    }

    /** Without reports nothing was planned of them. */
    private int reports(Revision revision) {
        return chunks.of(revision, ReportStep.NAME).stream()
                .mapToInt(Chunk::items)
                .sum();
    }

    private static List<String> files(Path folder) {
        return new OutputSet(folder)
                .manifest().map(Manifest::outputs).orElse(List.of()).stream()
                        .map(SealedFile::path)
                        .toList();
    }

    private static String shortened(List<String> names) {
        return shortened(names, 5, ", ");
    }

    private static String shortened(List<String> words, int most, String parting) {
        return words.stream().limit(most).collect(Collectors.joining(parting))
                + (words.size() > most ? parting + "…" : "");
    }
}
