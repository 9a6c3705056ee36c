package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.cycle.CycleBusyException;
import org.mera.cycle.CycleException;
import org.mera.cycle.RunSettings;
import org.mera.submission.InboxException;

/** Runs of a process that stays, and what it tells of them. */
class BackgroundRunIT {

    private static final int OTHER_YEAR = RatingHome.YEAR + 1;

    private final RatingHome home;
    private final RunDesk desk;
    private final CycleDesk cycles;
    private final BlockingQueue<StartedRun> begun = new LinkedBlockingQueue<>();
    private final BlockingQueue<EndedRun> ended = new LinkedBlockingQueue<>();

    BackgroundRunIT(@TempDir Path folder) {
        home = new RatingHome(folder).chunkSize(3).threads(1);
        desk = home.bean(RunDesk.class);
        cycles = home.bean(CycleDesk.class);
    }

    @BeforeEach
    void fillInboxAndListen() {
        TwelveCompanies.write(home);
        desk.listen(new RunListener() {
            @Override
            public void begun(StartedRun run) {
                begun.add(run);
            }

            @Override
            public void ended(EndedRun run) {
                ended.add(run);
            }
        });
    }

    @AfterEach
    void close() {
        assertThat(desk.close(Duration.ofMinutes(1))).isTrue();
        home.close();
    }

    @Test
    void runsThreeTimesWithReportsInOneProcess() throws Exception {
        home.reports();
        for (RunSummary.Outcome expected :
                List.of(RunSummary.Outcome.COMPLETED, RunSummary.Outcome.COMPLETED, RunSummary.Outcome.UNCHANGED)) {
            if (begun.size() == 1) {
                TwelveCompanies.write(home);
                home.write("more.csv", TableText.DOCUMENTS);
            }
            StartedRun started = Acting.as("operator", () -> desk.run(home.settings()));

            EndedRun end = awaitEnd();

            assertThat(end.id()).isEqualTo(started.id());
            assertThat(end.message()).isEmpty();
            assertThat(end.succeeded()).isTrue();
            assertThat(Objects.requireNonNull(end.summary()).outcome()).isEqualTo(expected);
            assertThat(home.differences()).isEmpty();
        }
        assertThat(begun).hasSize(3);
        assertThat(cycles.runs(RatingHome.YEAR, 0, 10))
                .extracting(RunStatus.Run::state)
                .containsExactly("COMPLETED", "COMPLETED", "COMPLETED");
        assertThat(cycles.runs(RatingHome.YEAR, 0, 10))
                .allSatisfy(run -> assertThat(run.holder()).startsWith("operator ("));
        assertThat(desk.live()).isEmpty();
    }

    @Test
    void tellsHowARunGetsOnAndStopsIt() throws Exception {
        home.execute("create function wait() returns trigger language plpgsql as"
                + " 'begin perform pg_advisory_xact_lock(17); return new; end'");
        home.execute("create trigger wait before insert on submission for each row execute function wait()");
        StartedRun started;
        try (var gate = home.connect();
                var statement = gate.createStatement()) {
            statement.execute("select pg_advisory_lock(17)");
            started = Acting.as("operator", () -> desk.run(home.settings()));
            awaitRunningChunk();

            LiveRun live = desk.live(RatingHome.YEAR).orElseThrow();
            assertThat(live)
                    .usingRecursiveComparison()
                    .ignoringFields("since")
                    .isEqualTo(new LiveRun(
                            started.id(),
                            RatingHome.YEAR,
                            "operator",
                            live.since(),
                            "assess",
                            0,
                            12,
                            "companies",
                            Optional.empty(),
                            false));
            assertThat(cycles.steps(RatingHome.YEAR))
                    .extracting(StepState::name, StepState::state, StepState::done, StepState::total)
                    .containsExactly(
                            tuple("register", "COMPLETED", 1L, 1L),
                            tuple("discover", "COMPLETED", 2L, 2L),
                            tuple("assess", "STARTED", 0L, 12L),
                            tuple("rank", "WAITING", 0L, 0L),
                            tuple("export", "WAITING", 0L, 0L),
                            tuple("report", "WAITING", 0L, 0L),
                            tuple("seal", "WAITING", 0L, 0L));
            assertThatThrownBy(() -> desk.rerun(RatingHome.YEAR)).isInstanceOf(CycleBusyException.class);

            assertThat(Acting.as("head", () -> desk.stop(RatingHome.YEAR))).isTrue();
            assertThat(desk.live(RatingHome.YEAR).orElseThrow().stopping()).isTrue();
        }
        EndedRun end = awaitEnd();

        assertThat(end.stopped()).isTrue();
        assertThat(end.message()).isEqualTo("stopped by head; a rerun goes on with it");
        RunStatus.Run run = cycles.run(started.id()).orElseThrow();
        assertThat(run.word()).isEqualTo("STOPPED");
        assertThat(run.message()).isEqualTo(end.message());
        assertThat(chunkStates()).containsExactly("done", "waiting", "waiting", "waiting");
        assertThat(desk.stop(RatingHome.YEAR)).isFalse();

        desk.rerun(RatingHome.YEAR);

        assertThat(awaitEnd().succeeded()).isTrue();
        assertThat(chunkStates()).containsOnly("done");
        assertThat(cycles.cycle(RatingHome.YEAR).orElseThrow().state()).isEqualTo("published");
    }

    @Test
    void runsTwoYearsAtOnce() throws Exception {
        RunSettings first = home.reports().settings();
        RunSettings second = home.year(OTHER_YEAR).settings();
        desk.run(first);
        desk.run(second);

        assertThat(List.of(awaitEnd(), awaitEnd()))
                .allSatisfy(end -> assertThat(end.succeeded()).as(end.message()).isTrue());

        assertThat(cycles.cycles()).extracting(CycleState::year).containsExactly(OTHER_YEAR, RatingHome.YEAR);
        assertThat(home.differences()).isEmpty();
        home.year(RatingHome.YEAR);
        assertThat(home.differences()).isEmpty();
    }

    @Test
    void tellsWhatAFailedChunkConsistsOf() throws Exception {
        List<String> companies = TwelveCompanies.write(home);
        home.execute("create function fail() returns trigger language plpgsql as 'begin if new.company = ''"
                + companies.get(4) + "'' then raise exception ''out of sorts''; end if; return new; end'");
        home.execute("create trigger fail before insert on submission for each row execute function fail()");
        desk.run(home.settings());

        EndedRun end = awaitEnd();

        assertThat(end.stopped()).isFalse();
        assertThat(end.message()).isEqualTo("company " + companies.get(4) + ": ERROR: out of sorts");
        assertThat(chunkStates()).containsExactly("done", "failed", "done", "done");
        ChunkMap.Failed failed = assess().failed().get(0);
        assertThat(failed.chunk().cause()).isEqualTo(end.message());
        assertThat(failed.members())
                .containsExactly(
                        new ChunkMap.Member(companies.get(3), "Пример-3"),
                        new ChunkMap.Member(companies.get(4), "Пример-4"),
                        new ChunkMap.Member(companies.get(5), "Пример-5"));
    }

    @Test
    void tellsTheCallerWhatHindersTheBeginning() {
        home.clearInbox();
        Path inbox = home.inbox();
        assertThat(inbox.resolve("companies.csv").toFile().delete()).isTrue();

        assertThatThrownBy(() -> desk.run(home.settings())).isInstanceOf(InboxException.class);
        assertThatThrownBy(() -> desk.rerun(RatingHome.YEAR)).isInstanceOf(CycleException.class);
        assertThat(begun).isEmpty();
        assertThat(ended).isEmpty();
        assertThat(desk.live()).isEmpty();
    }

    @Test
    void startsNothingOnceItIsClosed() {
        assertThat(desk.close(Duration.ZERO)).isTrue();

        assertThatThrownBy(() -> desk.run(home.settings()))
                .isInstanceOf(CycleException.class)
                .hasMessage("The server is being stopped: it starts no run any more");
    }

    private void awaitRunningChunk() throws InterruptedException {
        long limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!chunkStates().equals(List.of("running", "waiting", "waiting", "waiting"))) {
            assertThat(System.nanoTime() - limit).as("%s", chunkStates()).isNegative();
            Thread.sleep(20);
        }
    }

    private List<String> chunkStates() {
        return cycles.chunks(RatingHome.YEAR).stream()
                .filter(map -> map.step().equals("assess"))
                .flatMap(map -> map.chunks().stream())
                .map(ChunkMap.Cell::state)
                .toList();
    }

    private ChunkMap assess() {
        return cycles.chunks(RatingHome.YEAR).stream()
                .filter(map -> map.step().equals("assess"))
                .findFirst()
                .orElseThrow();
    }

    private EndedRun awaitEnd() throws InterruptedException {
        EndedRun end = ended.poll(2, TimeUnit.MINUTES);
        assertThat(end).as("the end of the run").isNotNull();
        return end;
    }
}
