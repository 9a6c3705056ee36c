package org.mera.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.mera.batch.ChunkMap;
import org.mera.batch.CycleDesk;
import org.mera.batch.CycleState;
import org.mera.batch.EndedRun;
import org.mera.batch.LiveRun;
import org.mera.batch.RunDesk;
import org.mera.batch.RunListener;
import org.mera.batch.RunStatus;
import org.mera.batch.RunSummary;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the server measures of its runs: {@code mera_runs_total}, {@code mera_run_seconds}, {@code mera_runs_going_on}, {@code mera_run_step_done},
 * {@code mera_run_step_size}, and of each cycle as its newest run left it {@code mera_companies}, {@code mera_problems}, {@code mera_chunks}.
 */
@Component
class RunMetrics implements RunListener {

    private static final String YEAR = "year";

    private final RunDesk runs;
    private final CycleDesk cycles;
    private final MeterRegistry meters;
    private final MultiGauge companies;
    private final MultiGauge problems;
    private final MultiGauge chunks;
    private final Map<Integer, List<MultiGauge.Row<?>>> found = new TreeMap<>();

    RunMetrics(RunDesk runs, CycleDesk cycles, MeterRegistry meters) {
        this.runs = runs;
        this.cycles = cycles;
        this.meters = meters;
        this.companies = MultiGauge.builder("mera.companies")
                .description("Companies of a cycle")
                .register(meters);
        this.problems = MultiGauge.builder("mera.problems")
                .description("Problems that the last run of a cycle found")
                .register(meters);
        this.chunks = MultiGauge.builder("mera.chunks")
                .description("Chunks of the newest run of a cycle")
                .register(meters);
        Gauge.builder("mera.runs.going.on", runs, desk -> desk.live().size())
                .description("Runs of this server that go on")
                .register(meters);
        live("mera.run.step.done", "What is done of the steps that go on", LiveRun::done);
        live("mera.run.step.size", "What the steps that go on have to do", LiveRun::total);
        for (String outcome : List.of("completed", "unchanged", "failed", "stopped")) {
            ended(outcome);
        }
    }

    private void live(String name, String description, ToLongFunction<LiveRun> figure) {
        Gauge.builder(name, runs, desk -> desk.live().stream().mapToLong(figure).sum())
                .description(description)
                .register(meters);
    }

    /** The database is asked once at the start, and after each run: never by whoever reads the figures. */
    @EventListener(ApplicationReadyEvent.class)
    synchronized void begin() {
        runs.listen(this);
        count();
    }

    @Override
    public synchronized void ended(EndedRun run) {
        ended(outcome(run)).increment();
        Timer.builder("mera.run")
                .description("How long runs take")
                .register(meters)
                .record(run.duration());
        problems(run.year(), run.summary());
        count();
    }

    private Counter ended(String outcome) {
        return Counter.builder("mera.runs")
                .description("Runs of this server that have ended")
                .tag("outcome", outcome)
                .register(meters);
    }

    private static String outcome(EndedRun run) {
        RunSummary summary = run.summary();
        if (run.stopped()) {
            return "stopped";
        }
        if (summary == null || summary.outcome() == RunSummary.Outcome.FAILED) {
            return "failed";
        }
        return summary.outcome() == RunSummary.Outcome.UNCHANGED ? "unchanged" : "completed";
    }

    private void count() {
        List<MultiGauge.Row<?>> companyRows = new ArrayList<>();
        List<MultiGauge.Row<?>> chunkRows = new ArrayList<>();
        for (CycleState cycle : cycles.cycles()) {
            Tags year = Tags.of(YEAR, Integer.toString(cycle.year()));
            companies(cycle.counts(), year, companyRows);
            for (ChunkMap map : cycles.chunks(cycle.year())) {
                states(map)
                        .forEach((state, count) ->
                                chunkRows.add(MultiGauge.Row.of(year.and("step", map.step(), "state", state), count)));
            }
        }
        companies.register(companyRows, true);
        chunks.register(chunkRows, true);
    }

    private static Map<String, Integer> states(ChunkMap map) {
        Map<String, Integer> states = new TreeMap<>(Map.of("done", 0, "running", 0, "failed", 0, "waiting", 0));
        map.chunks().forEach(chunk -> states.merge(chunk.state(), 1, Integer::sum));
        return states;
    }

    private static void companies(RunStatus.@Nullable Counts counts, Tags year, List<MultiGauge.Row<?>> rows) {
        if (counts == null) {
            return;
        }
        Map.of(
                        "registered", counts.registered(),
                        "handed-in", counts.handedIn(),
                        "accepted", counts.accepted(),
                        "rejected", counts.rejected(),
                        "ranked", counts.ranked(),
                        "withdrawn", counts.withdrawn())
                .forEach((state, count) -> rows.add(MultiGauge.Row.of(year.and("state", state), count)));
    }

    /** A run that broke off has counted nothing. */
    private void problems(int year, @Nullable RunSummary summary) {
        if (summary == null) {
            return;
        }
        Tags tags = Tags.of(YEAR, Integer.toString(year));
        found.put(
                year,
                List.of(
                        MultiGauge.Row.of(tags.and("severity", "error"), summary.errors()),
                        MultiGauge.Row.of(tags.and("severity", "warning"), summary.warnings())));
        problems.register(found.values().stream().flatMap(List::stream).toList(), true);
    }
}
