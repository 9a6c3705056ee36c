package org.mera.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** How the runs of a home stand, told from the tables. */
@Component
class RunStatuses {

    private static final List<String> STEPS = List.of(
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

    private final JobRepository repository;
    private final JdbcCycleLocks locks;
    private final JdbcRuns runs;
    private final JdbcRevisions revisions;
    private final JdbcChunks chunks;
    private final JdbcRankedRevisions ranked;
    private final JdbcReports reports;
    private final JdbcApprovals approvals;

    RunStatuses(
            JobRepository repository,
            JdbcCycleLocks locks,
            JdbcRuns runs,
            JdbcRevisions revisions,
            JdbcChunks chunks,
            JdbcRankedRevisions ranked,
            JdbcReports reports,
            JdbcApprovals approvals) {
        this.repository = repository;
        this.locks = locks;
        this.runs = runs;
        this.revisions = revisions;
        this.chunks = chunks;
        this.ranked = ranked;
        this.reports = reports;
        this.approvals = approvals;
    }

    RunStatus status(@Nullable Integer year) {
        Map<Long, List<ChunkFailure>> failures =
                chunks.failures(year).stream().collect(Collectors.groupingBy(ChunkFailure::run));
        Set<List<Integer>> known = new HashSet<>();
        List<RunStatus.Run> told = new ArrayList<>();
        for (JdbcRuns.Run run : runs.newestFirst(year)) {
            Integer number = run.revision();
            Revision revision = number == null ? null : revisions.get(run.year(), number);
            boolean newestOfRevision = number != null && known.add(List.of(run.year(), number));
            told.add(run(run, revision, newestOfRevision, failures.getOrDefault(run.id(), List.of())));
        }
        return new RunStatus(told);
    }

    private RunStatus.Run run(
            JdbcRuns.Run run, @Nullable Revision revision, boolean newestOfRevision, List<ChunkFailure> failures) {
        String state = state(run);
        return new RunStatus.Run(
                run.year(),
                run.revision(),
                state,
                run.holder(),
                run.started(),
                run.ended(),
                run.message(),
                revision != null && newestOfRevision ? steps(revision, state) : List.of(),
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
                revision != null && newestOfRevision ? approval(revision) : null);
    }

    private RunStatus.@Nullable Approval approval(Revision revision) {
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
    private String state(JdbcRuns.Run run) {
        if (run.outcome() != JdbcRuns.Outcome.RUNNING || locks.isHeld(run.year())) {
            return run.outcome().name();
        }
        // It may have ended between the two questions.
        return runs.newestFirst(run.year()).stream()
                .filter(now -> now.id() == run.id() && now.outcome() != JdbcRuns.Outcome.RUNNING)
                .findFirst()
                .map(now -> now.outcome().name())
                .orElse(INTERRUPTED);
    }

    private List<RunStatus.Step> steps(Revision revision, String runState) {
        Map<String, String> states = states(revision);
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

    /** The newest execution's word for each step; a step that is done is not executed again by a restart. */
    private Map<String, String> states(Revision revision) {
        Map<String, String> states = new LinkedHashMap<>();
        JobInstance instance = repository.getJobInstance(
                RatingJobConfiguration.JOB, ActiveRuns.parameters(revision.year(), revision.number()));
        if (instance == null) {
            return states;
        }
        for (JobExecution execution : repository.getJobExecutions(instance)) {
            for (StepExecution step : execution.getStepExecutions()) {
                states.putIfAbsent(step.getStepName(), step.getStatus().name());
            }
        }
        return states;
    }

    private static RunStatus.Counts counts(Counts counts) {
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
