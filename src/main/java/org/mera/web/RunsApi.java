package org.mera.web;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mera.batch.ChunkMap;
import org.mera.batch.CycleDesk;
import org.mera.batch.CycleState;
import org.mera.batch.LiveRun;
import org.mera.batch.RunDesk;
import org.mera.batch.RunStatus;
import org.mera.batch.StartedRun;
import org.mera.batch.StepState;
import org.mera.cycle.JobFile;
import org.mera.cycle.JobOptions;
import org.mera.schedule.Jobs;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cycles and runs for programs. */
@RestController
@RequestMapping(AccessRules.API)
class RunsApi {

    private final CycleDesk cycles;
    private final RunDesk runs;
    private final Jobs jobs;
    private final RunLogFiles logs;

    RunsApi(CycleDesk cycles, RunDesk runs, Jobs jobs, RunLogFiles logs) {
        this.cycles = cycles;
        this.runs = runs;
        this.jobs = jobs;
        this.logs = logs;
    }

    /** Who has asked. */
    record Me(String name, List<String> roles) {}

    /** A job that can be run. */
    record Job(String name, int year, @Nullable String cron, @Nullable String zone) {}

    /**
     * A cycle.
     *
     * @param state     the word of it: approved, reopened, published or open
     * @param published the newest published revision; null where there is none
     * @param steps     as far as the newest run has come; none in the list of cycles
     */
    record Cycle(
            int year,
            String state,
            String methodology,
            LocalDate firstRunOn,
            @Nullable Integer published,
            RunStatus.@Nullable Counts counts,
            RunStatus.@Nullable Approval approval,
            @Nullable Run lastRun,
            List<StepState> steps) {}

    /**
     * A run.
     *
     * @param state    {@code completed}, {@code failed}, {@code stopped}, {@code running}, {@code interrupted}
     * @param message  why it failed; empty for those who neither run the rating nor decide on it
     * @param progress how the run of this server gets on
     */
    record Run(
            long id,
            int year,
            @Nullable Integer revision,
            String state,
            String who,
            Instant started,
            @Nullable Instant ended,
            String message,
            List<RunStatus.Step> steps,
            List<RunStatus.FailedChunk> failedChunks,
            RunStatus.@Nullable Counts counts,
            RunStatus.@Nullable Approval approval,
            @Nullable LiveRun progress) {}

    @GetMapping("/me")
    Me me(Authentication who) {
        return new Me(who.getName(), roles(who));
    }

    @GetMapping("/jobs")
    List<Job> jobs() {
        return jobs.all().stream().map(RunsApi::job).toList();
    }

    @GetMapping("/cycles")
    List<Cycle> cycles() {
        return cycles.cycles().stream().map(cycle -> of(cycle, List.of())).toList();
    }

    @GetMapping("/cycles/{year}")
    Cycle cycle(@PathVariable int year) {
        return of(required(year), cycles.steps(year));
    }

    @GetMapping("/cycles/{year}/chunks")
    List<ChunkMap> chunks(@PathVariable int year) {
        required(year);
        return Said.mayKnow()
                ? cycles.chunks(year)
                : cycles.chunks(year).stream().map(ChunkMap::withoutCauses).toList();
    }

    @GetMapping("/cycles/{year}/runs")
    ResponseEntity<ApiPage<Run>> runs(
            @PathVariable int year,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = ApiPage.USUAL) int size) {
        required(year);
        ApiPage.Asked asked = new ApiPage.Asked(page, size);
        List<Run> found = cycles.runs(year, asked.offset(), asked.size()).stream()
                .map(this::of)
                .toList();
        return asked.of(found, cycles.runs(year), null).answer();
    }

    @GetMapping("/runs/{id}")
    Run run(@PathVariable long id) {
        return of(find(id));
    }

    @GetMapping("/runs/{id}/log")
    ResponseEntity<Resource> log(@PathVariable long id) {
        Path file = logs.of(find(id))
                .orElseThrow(() -> new ApiException(404, "no-log", "The run " + id + " has no log of its own"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .body(new FileSystemResource(file));
    }

    /** Starts a job. It is answered when the run is written down; its address tells how it gets on. */
    @PostMapping("/jobs/{name}/runs")
    ResponseEntity<StartedRun> start(@PathVariable String name) {
        JobFile job = jobs.named(name).orElseThrow(() -> new ApiException(404, "no-job", "There is no job " + name));
        return accepted(runs.run(job.settings(JobOptions.NONE)));
    }

    /** Does anew what is not done or has failed. */
    @PostMapping("/cycles/{year}/reruns")
    ResponseEntity<StartedRun> rerun(@PathVariable int year) {
        required(year);
        return accepted(runs.rerun(year));
    }

    /** Asks a run to stop. What it is doing ends whole; a rerun goes on with it. */
    @PostMapping("/runs/{id}/stop")
    ResponseEntity<StartedRun> stop(@PathVariable long id) {
        RunStatus.Run run = find(id);
        boolean ours = runs.live(run.year()).filter(live -> live.id() == id).isPresent();
        if (!ours || !runs.stop(run.year())) {
            throw new ApiException(409, "not-running", "The run " + id + " is not going on in this server");
        }
        return accepted(new StartedRun(id, run.year()));
    }

    static ResponseEntity<StartedRun> accepted(StartedRun run) {
        return ResponseEntity.accepted()
                .location(URI.create(AccessRules.API + "/runs/" + run.id()))
                .body(run);
    }

    private CycleState required(int year) {
        return cycles.cycle(year).orElseThrow(() -> ApiException.noCycle(year));
    }

    private RunStatus.Run find(long id) {
        return cycles.run(id).orElseThrow(() -> new ApiException(404, "no-run", "There is no run " + id));
    }

    private Cycle of(CycleState cycle, List<StepState> steps) {
        return new Cycle(
                cycle.year(),
                cycle.state(),
                cycle.methodology(),
                cycle.firstRunOn(),
                cycle.published(),
                cycle.counts(),
                cycle.approval(),
                cycle.lastRun() == null ? null : of(cycle.lastRun()),
                steps);
    }

    /** What a run failed of may name folders of the server. */
    private Run of(RunStatus.Run run) {
        Optional<LiveRun> live = runs.live(run.year()).filter(each -> each.id() == run.id());
        boolean told = Said.mayKnow();
        return new Run(
                run.id(),
                run.year(),
                run.revision(),
                run.word().toLowerCase(Locale.ROOT),
                run.holder(),
                run.started(),
                run.ended(),
                told ? run.message() : "",
                run.steps(),
                told ? run.failedChunks() : List.of(),
                run.counts(),
                run.approval(),
                live.orElse(null));
    }

    private static Job job(JobFile job) {
        return new Job(
                job.name(),
                job.year(),
                job.schedule() == null ? null : job.schedule().cron(),
                job.schedule() == null ? null : job.schedule().zone().getId());
    }

    private static List<String> roles(Authentication who) {
        return who.getAuthorities().stream()
                .map(authority -> String.valueOf(authority.getAuthority()))
                .filter(name -> name.startsWith("ROLE_"))
                .map(name -> name.substring("ROLE_".length()).toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }
}
