package org.mera.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mera.committee.JdbcApprovals;
import org.mera.cycle.Chunk;
import org.mera.cycle.ChunkFailure;
import org.mera.cycle.JdbcChunks;
import org.mera.cycle.JdbcCycleLocks;
import org.mera.cycle.JdbcRevisions;
import org.mera.cycle.JdbcRuns;
import org.mera.cycle.Revision;
import org.mera.ranking.Counts;
import org.mera.ranking.JdbcRankedRevisions;
import org.mera.report.JdbcReports;
import org.springframework.batch.core.BatchStatus;
import org.springframework.stereotype.Component;

/** How the runs of a home stand, told from the tables. */
@Component
class RunStatuses {

    /** The steps of the job in their order. */
    static final List<String> STEPS = List.of(
            RegisterStep.NAME,
            DiscoverStep.NAME,
            AssessStep.NAME,
            RankStep.NAME,
            ExportStep.NAME,
            ReportStep.NAME,
            SealStep.NAME);

    private static final Set<String> ENDED =
            Set.of(BatchStatus.COMPLETED.name(), BatchStatus.FAILED.name(), BatchStatus.STOPPED.name());

    private static final String INTERRUPTED = "INTERRUPTED";

    private final JdbcStepExecutions executions;
    private final JdbcCycleLocks locks;
    private final JdbcRuns runs;
    private final JdbcRevisions revisions;
    private final JdbcChunks chunks;
    private final JdbcRankedRevisions ranked;
    private final JdbcReports reports;
    private final JdbcApprovals approvals;

    RunStatuses(
            JdbcStepExecutions executions,
            JdbcCycleLocks locks,
            JdbcRuns runs,
            JdbcRevisions revisions,
            JdbcChunks chunks,
            JdbcRankedRevisions ranked,
            JdbcReports reports,
            JdbcApprovals approvals) {
        this.executions = executions;
        this.locks = locks;
        this.runs = runs;
        this.revisions = revisions;
        this.chunks = chunks;
        this.ranked = ranked;
        this.reports = reports;
        this.approvals = approvals;
    }

    RunStatus status(@Nullable Integer year) {
        return new RunStatus(told(runs.newestFirst(year), failures(year), JdbcRuns.Run::last));
    }

    /**
     * {@return so many runs of a cycle at most, the newest first, without their steps}
     *
     * @param offset how many come before them
     */
    List<RunStatus.Run> page(int year, long offset, int most) {
        return told(runs.newestFirst(year, offset, most), failures(year), run -> false);
    }

    /** {@return the run with this id} */
    Optional<RunStatus.Run> run(long id) {
        return runs.find(id).map(run -> told(List.of(run), failures(run.year()), JdbcRuns.Run::last)
                .get(0));
    }

    private Map<Long, List<ChunkFailure>> failures(@Nullable Integer year) {
        return chunks.failures(year).stream().collect(Collectors.groupingBy(ChunkFailure::run));
    }

    private List<RunStatus.Run> told(
            List<JdbcRuns.Run> found, Map<Long, List<ChunkFailure>> failures, Predicate<JdbcRuns.Run> withSteps) {
        List<RunStatus.Run> told = new ArrayList<>();
        for (JdbcRuns.Run run : found) {
            Integer number = run.revision();
            Revision revision = number == null ? null : revisions.get(run.year(), number);
            told.add(run(run, revision, withSteps.test(run), failures.getOrDefault(run.id(), List.of())));
        }
        return told;
    }

    private RunStatus.Run run(
            JdbcRuns.Run run, @Nullable Revision revision, boolean withSteps, List<ChunkFailure> failures) {
        String state = state(run);
        return new RunStatus.Run(
                run.id(),
                run.year(),
                run.revision(),
                state,
                run.holder(),
                run.started(),
                run.ended(),
                run.message(),
                revision != null && withSteps ? steps(revision, state) : List.of(),
                failed(failures, true),
                failed(failures, false),
                revision != null && run.outcome() == JdbcRuns.Outcome.COMPLETED
                        ? ranked.counts(revision).map(RunStatuses::counts).orElse(null)
                        : null,
                revision != null && run.outcome() == JdbcRuns.Outcome.COMPLETED
                        ? reports.published(revision)
                                .map(found -> new RunStatus.Reports(found.printed(), found.reports()))
                                .orElse(null)
                        : null,
                revision != null && run.last() ? approval(revision) : null,
                run.log());
    }

    RunStatus.@Nullable Approval approval(Revision revision) {
        return approvals
                .of(revision)
                .map(found -> new RunStatus.Approval(
                        found.approval().edition(),
                        found.approval().protocol(),
                        found.approval().date(),
                        approvals.reopened(revision).orElse(null)))
                .orElse(null);
    }

    private static List<RunStatus.FailedChunk> failed(List<ChunkFailure> failures, boolean still) {
        return failures.stream()
                .filter(failure -> (failure.since() == ChunkFailure.Since.FAILED) == still)
                .map(RunStatus.FailedChunk::of)
                .toList();
    }

    /** A killed process could not write down that its run has ended. */
    String state(JdbcRuns.Run run) {
        if (run.outcome() != JdbcRuns.Outcome.RUNNING || locks.isHeld(run.year())) {
            return run.outcome().name();
        }
        // It may have ended between the two questions.
        return runs.find(run.id())
                .filter(now -> now.outcome() != JdbcRuns.Outcome.RUNNING)
                .map(now -> now.outcome().name())
                .orElse(INTERRUPTED);
    }

    private List<RunStatus.Step> steps(Revision revision, String runState) {
        Map<String, String> states = executions.states(revision, STEPS);
        List<RunStatus.Step> steps = new ArrayList<>();
        for (String name : STEPS) {
            String state = states.get(name);
            if (state != null) {
                List<Chunk> ofStep = chunks.of(revision, name);
                steps.add(new RunStatus.Step(
                        name,
                        state(state, runState),
                        items(ofStep.stream()
                                .filter(chunk -> chunk.state() == Chunk.State.DONE)
                                .toList()),
                        items(ofStep),
                        StepUnits.of(name)));
            }
        }
        return steps;
    }

    /** Nor could it write down that the step has. */
    private static String state(String step, String run) {
        boolean goesOn = run.equals(JdbcRuns.Outcome.RUNNING.name());
        return goesOn || ENDED.contains(step) ? step : INTERRUPTED;
    }

    static RunStatus.Counts counts(Counts counts) {
        return new RunStatus.Counts(
                counts.registered(),
                counts.handedIn(),
                counts.accepted(),
                counts.rejected(),
                counts.warned(),
                counts.ranked(),
                counts.withdrawn());
    }

    private static long items(List<Chunk> chunks) {
        return chunks.stream().mapToLong(Chunk::items).sum();
    }
}
