package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
            assertThat(stored.documents(RatingHome.YEAR, INN))
                    .extracting(
                            SourceDocument::file, SourceDocument::record, SourceDocument::code, SourceDocument::title)
                    .containsExactly(tuple("documents.csv", 2, "Д1", "Положение-Д1"));
        }
    }
}
