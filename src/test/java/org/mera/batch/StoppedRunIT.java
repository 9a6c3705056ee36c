package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves that somebody has stopped, and how the next one goes on with it. */
class StoppedRunIT {

    private static final String STOPPED = "stopped by operator; a rerun goes on with it";

    /** What is published where nobody stops anything. */
    private static final SortedMap<String, String> UNDISTURBED = new TreeMap<>();

    private final RatingHome home;
    private final StopSignal stop = new StopSignal();

    StoppedRunIT(@TempDir Path folder) {
        home = home(folder);
    }

    @BeforeAll
    static void runUndisturbed(@TempDir Path folder) {
        try (RatingHome other = home(folder)) {
            other.run();
            UNDISTURBED.putAll(published(other));
        }
    }

    private static RatingHome home(Path folder) {
        RatingHome home = new RatingHome(folder).chunkSize(3).threads(1).reports();
        TwelveCompanies.write(home);
        return home;
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void endsTheChunkThatIsBeingDoneAndGoesOnWithTheOthers() {
        RunSummary stopped = run(new Moments().at("assess", 3, () -> stop.request("operator")));

        assertThat(stopped.outcome()).isEqualTo(RunSummary.Outcome.FAILED);
        assertThat(stopped.causes()).containsExactly(STOPPED);
        assertThat(stopped.failed()).isEmpty();
        assertThat(stopped.messages())
                .containsExactly("The run was stopped by operator", "Nothing was published. A rerun goes on with it.");
        RunStatus.Run status = home.status().runs().get(0);
        assertThat(status.state()).isEqualTo("FAILED");
        assertThat(status.message()).isEqualTo(STOPPED);
        assertThat(status.steps())
                .contains(
                        new RunStatus.Step("discover", "COMPLETED", 2, 2, "files"),
                        new RunStatus.Step("assess", "STOPPED", 3, 12, "companies"));
        assertThat(Files.exists(home.out().resolve("manifest.json"))).isFalse();

        RunSummary goneOn = home.rerun();

        assertThat(goneOn.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(goneOn.revision()).isEqualTo(stopped.revision());
        assertThat(goneOn.reassessed()).isEqualTo(9);
        assertSameAsUndisturbed();
    }

    @Test
    void beginsNoFurtherStepWhereTheLastChunkWasBeingDone() {
        run(new Moments().at("assess", 12, () -> stop.request("operator")));

        assertThat(home.status().runs().get(0).steps())
                .contains(
                        new RunStatus.Step("assess", "COMPLETED", 12, 12, "companies"),
                        new RunStatus.Step("rank", "STOPPED", 0, 0, ""));

        assertThat(home.rerun().reassessed()).isZero();
        assertSameAsUndisturbed();
    }

    @Test
    void keepsTheReportsThatWerePrinted() {
        RunSummary stopped = run(new Moments().at("report", 1, () -> stop.request("operator")));

        assertThat(stopped.causes()).containsExactly(STOPPED);
        assertThat(home.status().runs().get(0).steps())
                .filteredOn(step -> step.name().equals("report"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.state()).isEqualTo("STOPPED");
                    assertThat(step.done()).isBetween(1L, 3L);
                });

        assertThat(home.rerun().outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertSameAsUndisturbed();
    }

    @Test
    void stopsBetweenTwoFilesOfTheSet() {
        RunSummary stopped = run(new Moments().at("export", 1, () -> stop.request("operator")));

        assertThat(stopped.causes()).containsExactly(STOPPED);
        assertThat(home.status().runs().get(0).steps()).contains(new RunStatus.Step("export", "STOPPED", 0, 0, ""));

        home.rerun();
        assertSameAsUndisturbed();
    }

    @Test
    void stopsBeforeTheSetIsPublished() {
        run(new Moments().at("seal", 0, () -> stop.request("operator")));

        assertThat(home.out().resolve("manifest.json")).doesNotExist();
        home.rerun();
        assertSameAsUndisturbed();
    }

    @Test
    void leavesThePublishedSetAloneWhereItsRestorationIsStopped() throws Exception {
        home.run();
        Files.delete(home.out().resolve("ranking.csv"));

        assertThatThrownBy(() -> run(new Moments().at("export", 1, () -> stop.request("operator"))))
                .isInstanceOf(RunBrokenOffException.class)
                .hasMessage(STOPPED);

        assertThat(home.status().runs().get(0).message()).isEqualTo(STOPPED);
        assertThat(home.rerun().outcome()).isEqualTo(RunSummary.Outcome.UNCHANGED);
        assertSameAsUndisturbed();
    }

    @Test
    void tellsWhatFailedBeforeItWasStoppedToo() throws Exception {
        home.execute("create function fail() returns trigger language plpgsql as 'begin raise exception ''out of"
                + " sorts''; end'");
        home.execute("create trigger fail before insert on submission for each row when (new.company = '"
                + TwelveCompanies.write(home).get(0) + "') execute function fail()");

        RunSummary stopped = run(new Moments().at("assess", 3, () -> stop.request("operator")));

        assertThat(stopped.causes())
                .hasSize(2)
                .startsWith(STOPPED)
                .last()
                .asString()
                .endsWith(": out of sorts");
        assertThat(stopped.failed()).hasSize(1);

        home.execute("drop trigger fail on submission");
        home.rerun();
        assertSameAsUndisturbed();
    }

    private RunSummary run(Progress progress) {
        return home.bean(JobRuns.class).run(home.settings(), progress, stop);
    }

    private void assertSameAsUndisturbed() {
        assertThat(home.differences()).isEmpty();
        assertThat(published(home)).isEqualTo(UNDISTURBED);
    }

    /** {@return the hash of each file but the manifest} Of a paper, which bears the time when it was printed, what it says. */
    private static SortedMap<String, String> published(RatingHome home) {
        SortedMap<String, String> files = new TreeMap<>(home.hashes());
        files.remove("manifest.json");
        files.replaceAll((name, hash) ->
                name.endsWith(".pdf") ? ReportText.of(home.out().resolve(name)).toString() : hash);
        return files;
    }
}
