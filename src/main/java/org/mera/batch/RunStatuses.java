package org.mera.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mera.cycle.Chunk;
import org.mera.cycle.JdbcChunks;
import org.mera.cycle.JdbcCycleLocks;
import org.mera.cycle.JdbcRevisions;
import org.mera.cycle.JdbcRuns;
import org.mera.cycle.Revision;
import org.mera.ranking.Counts;
import org.mera.ranking.JdbcRankedRevisions;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** How the runs of a home stand, told from the tables. */
@Component
class RunStatuses {

    private static final List<String> STEPS = List.of(
            RegisterStep.NAME, DiscoverStep.NAME, AssessStep.NAME, RankStep.NAME, ExportStep.NAME, SealStep.NAME);

    private final JobRepository repository;
    private final JdbcCycleLocks locks;
    private final JdbcRuns runs;
    private final JdbcRevisions revisions;
    private final JdbcChunks chunks;
    private final JdbcRankedRevisions ranked;

    RunStatuses(
            JobRepository repository,
            JdbcCycleLocks locks,
            JdbcRuns runs,
            JdbcRevisions revisions,
            JdbcChunks chunks,
            JdbcRankedRevisions ranked) {
        this.repository = repository;
        this.locks = locks;
        this.runs = runs;
        this.revisions = revisions;
        this.chunks = chunks;
        this.ranked = ranked;
    }

    RunStatus status(@Nullable Integer year) {
        return new RunStatus(runs.newestFirst(year).stream().map(this::run).toList());
    }

    private RunStatus.Run run(JdbcRuns.Run run) {
        Revision revision = revisions.get(run.year(), run.revision());
        boolean newestOfRevision = runs.newestFirst(run.year()).stream()
                .filter(other -> other.revision() == run.revision())
                .findFirst()
                .filter(run::equals)
                .isPresent();
        return new RunStatus.Run(
                run.year(),
                run.revision(),
                state(run),
                run.started(),
                run.ended(),
                newestOfRevision ? steps(revision) : List.of(),
                newestOfRevision ? failedChunks(revision) : List.of(),
                ranked.counts(revision).map(RunStatuses::counts).orElse(null));
    }

    /** A killed process could not write down that its run has ended. */
    private String state(JdbcRuns.Run run) {
        boolean abandoned = run.outcome() == JdbcRuns.Outcome.RUNNING && !locks.isHeld(run.year());
        return abandoned ? "INTERRUPTED" : run.outcome().name();
    }

    private List<RunStatus.Step> steps(Revision revision) {
        Map<String, String> states = states(revision);
        List<RunStatus.Step> steps = new ArrayList<>();
        for (String name : STEPS) {
            if (states.containsKey(name)) {
                List<Chunk> ofStep = chunks.of(revision, name);
                steps.add(new RunStatus.Step(
                        name,
                        states.getOrDefault(name, ""),
                        items(ofStep.stream()
                                .filter(chunk -> chunk.state() == Chunk.State.DONE)
                                .toList()),
                        items(ofStep),
                        unit(name)));
            }
        }
        return steps;
    }

    /** The later steps are no matter of chunks: what is done of them cannot be counted. */
    private static String unit(String step) {
        return switch (step) {
            case RegisterStep.NAME, DiscoverStep.NAME -> "files";
            case AssessStep.NAME -> "companies";
            default -> "";
        };
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

    private List<RunStatus.FailedChunk> failedChunks(Revision revision) {
        return chunks.failed(revision.year(), revision.number()).stream()
                .map(chunk -> new RunStatus.FailedChunk(
                        chunk.number(), chunk.step(), chunk.items(), chunk.first(), chunk.attempts(), chunk.cause()))
                .toList();
    }

    private static RunStatus.Counts counts(Counts counts) {
        return new RunStatus.Counts(
                counts.registered(),
                counts.handedIn(),
                counts.accepted(),
                counts.rejected(),
                counts.warned(),
                counts.ranked());
    }

    private static long items(List<Chunk> chunks) {
        return chunks.stream().mapToLong(Chunk::items).sum();
    }
}
