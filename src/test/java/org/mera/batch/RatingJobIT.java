package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.seal.OutputException;

class RatingJobIT {

    private static final String FIRST = "7707083893";
    private static final String SECOND = "7736050003";
    private static final String THIRD = "7706107510";
    private static final String REGISTER = "inn;name;industry;region;participation\n"
            + FIRST + ";Пример-001;Банки;Регион-01;очный\n"
            + SECOND + ";Пример-002;Энергетика;Регион-02;заочный\n"
            + THIRD + ";Пример-003;банки;Регион-03;заочный\n";

    private final RatingHome home;

    RatingJobIT(@TempDir Path folder) {
        home = new RatingHome(folder);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void ranksTheAcceptedAndListsTheProblemsOfTheOthers() {
        home.write("companies.csv", REGISTER)
                .write(
                        "a/table.csv",
                        TableText.of(FIRST).score(7, 5, "0,5", "Д1 п. 3").file())
                .write("a/documents.csv", TableText.DOCUMENTS + TableText.localAct(FIRST, "Д1"))
                .write("b.csv", TableText.of(SECOND).with(7, "c5", "0,7").file());

        RunSummary summary = home.run();

        assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(summary.messages()).isEmpty();
        assertThat(home.output("ranking.csv"))
                .isEqualTo("rank,inn,name,industry,region,participation,c3,c4,c5,c6,total,indicator,class,"
                        + "participation_rank,industry_rank,previous_rank,rank_change,previous_indicator,warnings\n"
                        + "1,7707083893,Пример-001,Банки,Регион-01,on-site,0.0,0.0,0.5,0.0,0.5,0.25,,1,1,,,,0\n");
        assertThat(home.lines("problems.csv"))
                .containsExactly(
                        "b.csv,8,7736050003,7,5,error,bad-score,\"0,7\",\"оценка «0,7» не из шкалы; поставьте 0, 0,5 или 1\"",
                        "companies.csv,4,7706107510,,,warning,no-submission,,\"компания 7706107510 есть в реестре, но ни одной"
                                + " строки её Таблицы не сдано; сдайте Таблицу или уберите компанию из реестра\"");
        assertThat(home.outputs())
                .containsOnlyKeys(
                        "manifest.json",
                        "problems.csv",
                        "ranking.csv",
                        "ranking.json",
                        "returns/7706107510.csv",
                        "returns/7736050003.csv",
                        "sealed/decisions.csv",
                        "sealed/job.yaml",
                        "sealed/methodology.yaml",
                        "sealed/previous-ranking.csv",
                        "sealed/register.csv",
                        "sealed/verifications.csv",
                        "sealed/withdrawals.csv",
                        "verification.csv");
    }

    @Test
    void saysThatNothingChangedAndRestoresADamagedOutput() throws Exception {
        home.write("companies.csv", REGISTER).write("a.csv", TableText.of(FIRST).file());
        home.run();
        var before = home.outputs();
        Files.writeString(home.out().resolve("ranking.csv"), "tampered");
        Files.delete(home.out().resolve("sealed/register.csv"));

        RunSummary summary = home.run();

        assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.UNCHANGED);
        assertThat(summary.messages())
                .containsExactly("Missing or damaged outputs were restored: ranking.csv, sealed/register.csv");
        assertThat(home.outputs()).isEqualTo(before);
        assertThat(home.run().messages()).containsExactly("All outputs were verified: they are what was sealed");
    }

    @Test
    void assessesOnlyCompaniesWhoseRecordsChanged() {
        home.write("companies.csv", REGISTER)
                .write("a.csv", TableText.of(FIRST).file())
                .write("b.csv", TableText.of(SECOND).file());
        assertThat(home.run().reassessed()).isEqualTo(3);
        String first = home.output("ranking.csv");

        home.write("b.csv", TableText.of(SECOND).with(1, "c3", "2").file());
        RunSummary changed = home.run();
        assertThat(changed.revision()).isEqualTo(2);
        assertThat(changed.reassessed()).isEqualTo(1);
        assertThat(changed.rejected()).isEqualTo(1);

        home.write("b.csv", TableText.of(SECOND).file());
        RunSummary back = home.run();
        assertThat(back.revision()).isEqualTo(3);
        assertThat(back.reassessed()).isEqualTo(1);
        assertThat(home.output("ranking.csv")).isEqualTo(first);
        assertThat(home.status().runs())
                .extracting(RunStatus.Run::counts)
                .containsExactly(
                        new RunStatus.Counts(3, 2, 2, 0, 0, 2, 0),
                        new RunStatus.Counts(3, 2, 1, 1, 0, 1, 0),
                        new RunStatus.Counts(3, 2, 2, 0, 0, 2, 0));
    }

    @Test
    void ranksNobodyWhereTheRegisterIsEmpty() {
        RunSummary summary = home.run();

        assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(summary.registered()).isZero();
        assertThat(home.lines("ranking.csv")).isEmpty();
        assertThat(home.lines("problems.csv")).isEmpty();
    }

    @Test
    void leavesTheOutputsOfAnotherRatingAlone() throws Exception {
        home.write("companies.csv", REGISTER).write("a.csv", TableText.of(FIRST).file());
        home.run();
        Path manifest = home.out().resolve("manifest.json");
        Files.writeString(
                manifest, home.output("manifest.json").replace("\"anti-corruption-rating\"", "\"city-parks\""));

        assertThatThrownBy(home::run)
                .isInstanceOf(OutputException.class)
                .hasMessage("Cannot write to " + home.out()
                        + ": it holds the outputs of the rating «city-parks»; name another folder by --out");
        assertThat(home.output("manifest.json")).contains("city-parks");
    }
}
