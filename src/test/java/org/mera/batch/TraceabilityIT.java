package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.methodology.Methodologies;
import org.mera.submission.Assessor;
import org.mera.submission.JdbcTables;
import org.mera.submission.SourceDocument;
import org.mera.submission.Table;
import org.mera.submission.TableLine;

class TraceabilityIT {

    private static final String INN = "7707083893";
    private static final String OTHER = "7736050003";

    @Test
    void keepsEveryScoreOfEveryLayerWithItsPlaceAndEvidence(@TempDir Path folder) {
        try (RatingHome home = new RatingHome(folder)) {
            home.write("companies.csv", "inn;name;industry;region;participation\n" + INN + ";Пример-001;;;очный\n")
                    .write(
                            "expert.csv",
                            TableText.of(INN)
                                    .score(7, 5, "0,5", "Д1 п. 3.1, 3.2; Д1 прил. 2")
                                    .with(7, "c5_note", "частично: «пилот»")
                                    .with(7, "directions", "а, б; н/п: в")
                                    .with(8, "c6_evidence", "свободный текст при нуле")
                                    .file())
                    .write(
                            "own.csv",
                            TableText.of(INN)
                                    .all("assessor", "компания")
                                    .with(1, "c3", "2")
                                    .without(50)
                                    .file())
                    .write("documents.csv", TableText.DOCUMENTS + TableText.localAct(INN, "Д1"));

            RunSummary summary = home.run();
            assertThat(home.lines("problems.csv"))
                    .filteredOn(line -> line.contains(",error,"))
                    .isEmpty();
            assertThat(summary.ranked()).isEqualTo(1);

            JdbcTables stored = home.bean(JdbcTables.class);
            List<Table> tables = stored.current(RatingHome.YEAR, INN, Methodologies.bundled("anti-corruption-rating"));
            assertThat(tables)
                    .extracting(Table::file, Table::assessor, Table::counts, Table::faulty, Table::firstLine)
                    .containsExactly(
                            tuple("expert.csv", Assessor.EXPERT, true, false, 2),
                            tuple("own.csv", Assessor.COMPANY, false, true, 2));
            TableLine seventh = tables.get(0).lines().get(6);
            assertThat(seventh.record()).isEqualTo(8);
            assertThat(seventh.scores()).containsExactly(0, 0, 1, 0);
            assertThat(seventh.evidence()).containsExactly("", "", "Д1 п. 3.1, 3.2; Д1 прил. 2", "");
            assertThat(seventh.notes()).containsExactly("", "", "частично: «пилот»", "");
            assertThat(seventh.directions()).isEqualTo("а, б; н/п: в");
            assertThat(tables.get(0).lines().get(7).evidence()).containsExactly("", "", "", "свободный текст при нуле");
            assertThat(tables.get(1).lines()).hasSize(49);
            assertThat(tables.get(1).lines().get(0).scores()).containsExactly(TableLine.UNSOUND, 0, 0, 0);
            assertThat(stored.documents(RatingHome.YEAR, INN, Methodologies.bundled("anti-corruption-rating")))
                    .extracting(
                            SourceDocument::file, SourceDocument::record, SourceDocument::code, SourceDocument::title)
                    .containsExactly(tuple("documents.csv", 2, "Д1", "Положение-Д1"));
        }
    }

    @Test
    void tellsWhereTheRecordsStandNow(@TempDir Path folder) throws IOException {
        try (RatingHome home = new RatingHome(folder)) {
            String table = TableText.of(INN).score(7, 5, "0,5", "Д1 п. 3.1").file();
            String others = TableText.of(OTHER).score(7, 5, "1", "Д1 п. 4").file();
            String lines = others.substring(others.indexOf('\n') + 1);
            home.write(
                            "companies.csv",
                            "inn;name;industry;region;participation\n" + INN + ";Пример-001;;;очный\n" + OTHER
                                    + ";Пример-002;;;очный\n")
                    .write("a.csv", table + lines)
                    .write(
                            "d.csv",
                            TableText.DOCUMENTS + TableText.localAct(INN, "Д1") + TableText.localAct(OTHER, "Д1"));
            home.run();
            assertThat(places(home, INN)).containsExactly("a.csv 2", "a.csv 8", "d.csv 2");
            assertThat(places(home, OTHER)).containsExactly("a.csv 52", "a.csv 58", "d.csv 3");

            Files.delete(home.inbox().resolve("a.csv"));
            Files.delete(home.inbox().resolve("d.csv"));
            home.write("x/one.csv", table)
                    .write("b.csv", others.substring(0, others.indexOf('\n') + 1) + "\n\n" + lines)
                    .write("0.csv", "\n" + TableText.DOCUMENTS + TableText.localAct(OTHER, "Д1"))
                    .write("e.csv", TableText.DOCUMENTS + TableText.localAct(INN, "Д1"));
            RunSummary summary = home.run();

            assertThat(summary.reassessed()).isZero();
            assertThat(places(home, INN)).containsExactly("x/one.csv 2", "x/one.csv 8", "e.csv 2");
            assertThat(places(home, OTHER)).containsExactly("b.csv 4", "b.csv 10", "0.csv 3");
        }
    }

    @Test
    void showsNoOtherScoresThanWereRanked(@TempDir Path folder) throws Exception {
        try (RatingHome home = new RatingHome(folder)) {
            home.write("companies.csv", "inn;name;industry;region;participation\n" + INN + ";Пример-001;;;очный\n")
                    .write("a.csv", TableText.of(INN).file());
            home.run();
            home.execute("update assessment set scores = set_byte(scores, 3, 1)");

            assertThatThrownBy(() -> home.bean(JdbcTables.class)
                            .current(RatingHome.YEAR, INN, Methodologies.bundled("anti-corruption-rating")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Of company " + INN + " other scores are stored than what it handed in holds; it was"
                            + " assessed by other rules");
        }
    }

    /** {@return where the Table begins, where criterion 7 stands, and where the document} */
    private static List<String> places(RatingHome home, String company) {
        JdbcTables stored = home.bean(JdbcTables.class);
        Table table = stored.current(RatingHome.YEAR, company, Methodologies.bundled("anti-corruption-rating"))
                .get(0);
        TableLine seventh = table.lines().get(6);
        SourceDocument document = stored.documents(
                        RatingHome.YEAR, company, Methodologies.bundled("anti-corruption-rating"))
                .get(0);
        return List.of(
                table.file() + " " + table.firstLine(),
                seventh.file() + " " + seventh.record(),
                document.file() + " " + document.record());
    }
}
