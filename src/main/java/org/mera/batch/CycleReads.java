package org.mera.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mera.committee.JdbcApprovals;
import org.mera.cycle.Chunk;
import org.mera.cycle.ChunkFailure;
import org.mera.cycle.Cycle;
import org.mera.cycle.JdbcChunks;
import org.mera.cycle.JdbcCycles;
import org.mera.cycle.JdbcRevisions;
import org.mera.cycle.JdbcRuns;
import org.mera.cycle.Revision;
import org.mera.ranking.JdbcRankedRevisions;
import org.mera.report.JdbcReports;
import org.mera.submission.JdbcChunkMembers;
import org.springframework.batch.core.BatchStatus;
import org.springframework.stereotype.Component;

/** Tells of the cycles from the tables, and of what goes on in this process from its memory. */
@Component
class CycleReads implements CycleDesk {

    private static final String WAITING = "WAITING";
    private static final List<String> IN_CHUNKS = List.of(DiscoverStep.NAME, AssessStep.NAME, ReportStep.NAME);

    /** Where all chunks of a step fail, nobody reads through the companies of all of them. */
    private static final int IN_DETAIL = 20;

    private final JdbcCycles cycles;
    private final JdbcRevisions revisions;
    private final JdbcRuns runs;
    private final JdbcChunks chunks;
    private final JdbcChunkMembers members;
    private final JdbcRankedRevisions ranked;
    private final JdbcReports reports;
    private final JdbcApprovals approvals;
    private final RunStatuses statuses;
    private final RunDesk desk;
    private final ActiveRuns active;

    CycleReads(
            JdbcCycles cycles,
            JdbcRevisions revisions,
            JdbcRuns runs,
            JdbcChunks chunks,
            JdbcChunkMembers members,
            JdbcRankedRevisions ranked,
            JdbcReports reports,
            JdbcApprovals approvals,
            RunStatuses statuses,
            RunDesk desk,
            ActiveRuns active) {
        this.cycles = cycles;
        this.revisions = revisions;
        this.runs = runs;
        this.chunks = chunks;
        this.members = members;
        this.ranked = ranked;
        this.reports = reports;
        this.approvals = approvals;
        this.statuses = statuses;
        this.desk = desk;
        this.active = active;
    }

    @Override
    public List<CycleState> cycles() {
        return cycles.years().stream()
                .sorted(Comparator.reverseOrder())
                .flatMap(year -> cycle(year).stream())
                .toList();
    }

    @Override
    public Optional<CycleState> cycle(int year) {
        return cycles.find(year).map(this::state);
    }

    private CycleState state(Cycle cycle) {
        int year = cycle.year();
        Revision published = revisions.newestCompleted(year).orElse(null);
        RunStatus.Approval approval = published == null ? null : statuses.approval(published);
        return new CycleState(
                year,
                word(published),
                cycles.methodology(year),
                cycle.firstRunOn(),
                published == null ? null : (Integer) published.number(),
                published == null
                        ? null
                        : ranked.counts(published).map(RunStatuses::counts).orElse(null),
                approval,
                statuses.page(year, 0, 1).stream().findFirst().orElse(null),
                desk.live(year));
    }

    private String word(@Nullable Revision published) {
        if (published == null) {
            return "open";
        }
        if (approvals.standing(published.year()).isPresent()) {
            return "approved";
        }
        return approvals.edition(published.year()) > 1 ? "reopened" : "published";
    }

    @Override
    public List<StepState> steps(int year) {
        JdbcRuns.Run newest = runs.newestFirst(year, 0, 1).stream().findFirst().orElse(null);
        if (newest == null) {
            return List.of();
        }
        LiveRun live = desk.live(year).filter(run -> run.id() == newest.id()).orElse(null);
        return live == null ? stored(newest) : live(live, newest);
    }

    private List<StepState> stored(JdbcRuns.Run newest) {
        Map<String, RunStatus.Step> told = statuses.run(newest.id()).stream()
                .flatMap(run -> run.steps().stream())
                .collect(Collectors.toMap(RunStatus.Step::name, Function.identity()));
        return RunStatuses.STEPS.stream()
                .map(name -> {
                    RunStatus.Step step = told.get(name);
                    return step == null
                            ? waiting(name)
                            : new StepState(
                                    name, word(step.state()), step.done(), step.total(), step.unit(), Optional.empty());
                })
                .toList();
    }

    /** The words of Spring Batch that only it can tell apart are one. */
    private static String word(String state) {
        return switch (BatchStatus.match(state)) {
            case STARTING, STARTED -> BatchStatus.STARTED.name();
            case ABANDONED, UNKNOWN -> state.equals("INTERRUPTED") ? state : BatchStatus.FAILED.name();
            default -> state;
        };
    }

    private static StepState waiting(String name) {
        return new StepState(name, WAITING, 0, 0, StepUnits.of(name), Optional.empty());
    }

    /** One step runs at a time: those before it are done. What an earlier run has done of it counts as done. */
    private List<StepState> live(LiveRun live, JdbcRuns.Run run) {
        Integer number = run.revision();
        Revision revision = number == null ? null : revisions.get(run.year(), number);
        int current = RunStatuses.STEPS.indexOf(live.step());
        List<StepState> steps = new ArrayList<>();
        for (int i = 0; i < RunStatuses.STEPS.size(); i++) {
            String name = RunStatuses.STEPS.get(i);
            long all = revision == null || i > current ? 0 : items(revision, name);
            if (i > current) {
                steps.add(waiting(name));
            } else if (i < current) {
                steps.add(state(name, BatchStatus.COMPLETED, all, all, StepUnits.of(name), Optional.empty()));
            } else {
                long total = live.total() == 0 ? 0 : Math.max(all, live.total());
                steps.add(state(
                        name,
                        live.stopping() ? BatchStatus.STOPPING : BatchStatus.STARTED,
                        live.done() + total - live.total(),
                        total,
                        live.unit(),
                        live.left()));
            }
        }
        return steps;
    }

    private static StepState state(
            String name, BatchStatus state, long done, long total, String unit, Optional<Duration> left) {
        return new StepState(name, state.name(), done, total, unit, left);
    }

    private long items(Revision revision, String step) {
        return chunks.of(revision, step).stream().mapToLong(Chunk::items).sum();
    }

    @Override
    public List<ChunkMap> chunks(int year) {
        Revision revision = revisions.newest(year).orElse(null);
        if (revision == null) {
            return List.of();
        }
        List<ChunkFailure> failures = chunks.failures(year).stream()
                .filter(failure -> failure.revision() == revision.number())
                .filter(failure -> failure.since() == ChunkFailure.Since.FAILED)
                .toList();
        return IN_CHUNKS.stream()
                .map(step -> map(revision, step, failures))
                .filter(map -> !map.chunks().isEmpty())
                .toList();
    }

    private ChunkMap map(Revision revision, String step, List<ChunkFailure> failures) {
        ActiveRun run = active.of(revision).orElse(null);
        List<ChunkMap.Cell> cells = chunks.of(revision, step).stream()
                .map(chunk ->
                        new ChunkMap.Cell(chunk.number(), word(chunk, run), chunk.items(), chunk.first(), chunk.last()))
                .toList();
        List<ChunkFailure> ofStep =
                failures.stream().filter(failure -> failure.step().equals(step)).toList();
        List<ChunkMap.Failed> failed = new ArrayList<>();
        for (ChunkFailure failure : ofStep) {
            failed.add(new ChunkMap.Failed(
                    RunStatus.FailedChunk.of(failure),
                    failed.size() < IN_DETAIL ? members(revision, failure) : List.of()));
        }
        return new ChunkMap(step, StepUnits.of(step), cells, failed);
    }

    private static String word(Chunk chunk, @Nullable ActiveRun run) {
        return run != null && run.isDoing(chunk.step(), chunk.number())
                ? "running"
                : chunk.state().name().toLowerCase(Locale.ROOT);
    }

    private List<ChunkMap.Member> members(Revision revision, ChunkFailure failure) {
        Chunk chunk = new Chunk(
                failure.step(), failure.number(), failure.first(), failure.last(), failure.items(), Chunk.State.FAILED);
        List<String> ids =
                switch (failure.step()) {
                    case DiscoverStep.NAME -> members.files(revision, chunk);
                    case AssessStep.NAME -> members.companies(revision, chunk);
                    default ->
                        chunk.first().equals(ReportStep.COMMITTEE_FILE)
                                ? List.of(chunk.first())
                                : reports.companies(revision, chunk);
                };
        Map<String, String> names = members.names(revision, ids);
        return ids.stream()
                .map(id -> new ChunkMap.Member(id, names.getOrDefault(id, "")))
                .toList();
    }

    @Override
    public List<RunStatus.Run> runs(int year, long offset, int most) {
        return statuses.page(year, offset, most);
    }

    @Override
    public int runs(int year) {
        return runs.count(year);
    }

    @Override
    public Optional<RunStatus.Run> run(long id) {
        return statuses.run(id);
    }
}
