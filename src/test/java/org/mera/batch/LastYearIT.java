package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.company.Inn;
import org.mera.cycle.MethodologySource;
import org.mera.methodology.Methodologies;
import org.mera.methodology.Methodology;
import org.mera.ranking.Comparability;
import org.mera.ranking.JdbcPastRankings;
import org.mera.ranking.Mean;
import org.mera.ranking.PastRank;
import org.mera.ranking.PastSums;
import org.mera.ranking.PreviousRanking;

/** What a ranking is compared with. Three companies; so many points each, a year, in column 3 of the first criteria. */
class LastYearIT {

    private static final List<String> INNS = new ArrayList<>();

    static {
        for (int i = 0; i < 3; i++) {
            INNS.add(Inn.complete(Integer.toString(970_000_010 + i)));
        }
    }

    private final Path folder;
    private final RatingHome home;

    LastYearIT(@TempDir Path folder) {
        this.folder = folder;
        home = new RatingHome(folder).language("en");
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void comparesWithTheLastCompletedCycle() {
        run(2023, 1, 2, 3);
        run(2024, 6, 5, 4);
        run(2025, 4, 5, 6);

        assertThat(compared()).containsExactly("1 2 3 2 2.00", "2 1 2 0 2.50", "3 0 1 -2 3.00");
        assertThat(home.output("ranking.json"))
                .contains("\"previous\": {\"year\":2024,\"version\":\"2025\",\"comparability\":\"same-version\"}");
        PastSums sums = sums();
        assertThat(Objects.requireNonNull(sums.indicator()).mean()).isEqualTo("2.50");
        assertThat(sums.criteria().get(5)).isEqualTo(mean(5, "0.67", "4.0", "16.67"));
        assertThat(sums.criteria().get(1)).isEqualTo(mean(1, "1.00", "4.0", "25.00"));
        assertThat(sums.columns().get(3)).isEqualTo(mean(3, "5.00", "50.0", "10.00"));
        assertThat(sums.sections()).hasSize(8);
        assertThat(home.rerun().outcome()).isEqualTo(RunSummary.Outcome.UNCHANGED);
    }

    @Test
    void comparesWithAnApprovedCycleRatherThanALaterOneThatIsNot() throws SQLException {
        run(2023, 1, 2, 3);
        approve(2023, 1, 1);
        run(2024, 6, 5, 4);
        run(2025, 4, 5, 6);

        assertThat(compared()).containsExactly("1 2 1 0 1.50", "2 1 2 0 1.00", "3 0 3 0 0.50");
    }

    @Test
    void keepsThePlacesThatWereApprovedWhenACycleIsReopened() throws SQLException {
        run(2024, 1, 2, 3);
        approve(2024, 1, 1);
        home.execute("update approval set reopen_act = act, reopen_reason = 'Пример'");
        run(2024, 6, 5, 4);
        run(2025, 4, 5, 6);

        assertThat(compared()).containsExactly("1 2 1 0 1.50", "2 1 2 0 1.00", "3 0 3 0 0.50");
    }

    @Test
    void makesAnotherRevisionWhenWhatItIsComparedWithChanges() {
        run(2024, 1, 2, 3);
        run(2025, 4, 5, 6);
        run(2024, 6, 5, 4);
        home.year(2025);
        write(4, 5, 6);

        RunSummary summary = home.run();

        assertThat(summary.revision()).isEqualTo(2);
        assertThat(summary.reassessed()).isZero();
        assertThat(compared()).containsExactly("1 2 3 2 2.00", "2 1 2 0 2.50", "3 0 1 -2 3.00");
    }

    @Test
    void comparesNothingButWhatTheFileMapsWhereTheVersionIsAnother() throws IOException {
        home.methodology(methodology("2024", ""));
        run(2024, 6, 5, 4);
        home.methodology(methodology("2025", "        was: [{version: \"2024\", number: 6}]\n"));
        run(2025, 4, 5, 6);

        assertThat(compared()).containsExactly("1 2 - - -", "2 1 - - -", "3 0 - - -");
        assertThat(home.output("ranking.json"))
                .contains("\"previous\": {\"year\":2024,\"version\":\"2024\",\"comparability\":\"other-version\"}");
        PreviousRanking previous = before(2025);
        assertThat(previous.comparability()).isEqualTo(Comparability.OTHER_VERSION);
        assertThat(previous.ranks().get(INNS.get(0))).isEqualTo(new PastRank(1, "3.00"));
        assertThat(previous.comparable()).isEmpty();
        assertThat(sums().indicator()).isNull();
        assertThat(sums().criteria()).containsOnlyKeys(1);
        assertThat(sums().criteria().get(1)).isEqualTo(mean(1, "0.33", "4.0", "8.33"));
        assertThat(sums().sections()).isEmpty();
        assertThat(sums().columns()).isEmpty();
    }

    @Test
    void comparesRanksWhereTheFileDeclaresTheVersionsComparable() throws IOException {
        home.methodology(methodology("2024", ""));
        run(2024, 6, 5, 4);
        Path declaring = methodology("2025", "");
        Files.writeString(
                declaring,
                Files.readString(declaring).replaceFirst("(?m)^comparable-with: .*$", "comparable-with: [\"2024\"]"));
        home.methodology(declaring);
        run(2025, 4, 5, 6);

        assertThat(compared()).containsExactly("1 2 3 2 2.00", "2 1 2 0 2.50", "3 0 1 -2 3.00");
        assertThat(sums().criteria()).isEmpty();
    }

    @Test
    void comparesWithWhatWasBroughtIn() throws Exception {
        run(2025, 4, 5, 6);
        assertThat(compared()).containsExactly("1 2 - - -", "2 1 - - -", "3 0 - - -");
        Path file = folder.resolve("history.csv");
        Files.writeString(
                file,
                "year;inn;rank;indicator\n2022;" + INNS.get(0) + ";9;\n2023;" + INNS.get(0) + ";4;12,5\n2023;"
                        + INNS.get(2) + ";7;\n");

        HistoryReport report = home.bean(HistoryDesk.class).importHistory(file);

        assertThat(report.problems()).isEmpty();
        assertThat(report.companies()).hasToString("{2022=1, 2023=2}");
        RunSummary summary = home.rerun();
        assertThat(summary.revision()).isEqualTo(2);
        assertThat(summary.reassessed()).isZero();
        assertThat(compared()).containsExactly("1 2 7 6 -", "2 1 - - -", "3 0 4 1 12.50");
        assertThat(home.strings("select act || ' | ' || before || ' | ' || after from audit_entry where year = 0"))
                .containsExactly("import-history |  | 2022: 1; 2023: 2");

        Files.writeString(file, "year;inn;rank;indicator\n2023;" + INNS.get(1) + ";1;99\n");
        home.bean(HistoryDesk.class).importHistory(file);
        home.rerun();

        assertThat(compared())
                .as("the year's whole ranking is another")
                .containsExactly("1 2 - - -", "2 1 1 -1 99.00", "3 0 - - -");
        assertThat(home.strings("select before || ' | ' || after from audit_entry where year = 0 order by number"))
                .containsExactly(" | 2022: 1; 2023: 2", "2023: 2 | 2023: 1");
    }

    @Test
    void takesOverNothingOfAFileWithAnError() throws Exception {
        run(2025, 4, 5, 6);
        Path file = folder.resolve("history.csv");
        Files.writeString(
                file, "year;inn;rank;indicator\n2023;" + INNS.get(0) + ";4;12,5\n2025;" + INNS.get(0) + ";4;12,5\n");

        HistoryReport report = home.bean(HistoryDesk.class).importHistory(file);

        assertThat(report.isTaken()).isFalse();
        assertThat(report.companies()).isEmpty();
        assertThat(home.strings("select company from past_ranking")).isEmpty();
        assertThat(home.strings("select act from audit_entry where year = 0")).isEmpty();
    }

    private void run(int year, int... points) {
        home.year(year);
        write(points);
        assertThat(home.run().outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
    }

    private void write(int... points) {
        StringBuilder register = new StringBuilder("inn;name;industry;region;participation\n");
        StringBuilder tables = new StringBuilder(TableText.HEADER);
        StringBuilder documents = new StringBuilder(TableText.DOCUMENTS);
        for (int i = 0; i < points.length; i++) {
            String inn = INNS.get(i);
            register.append(inn).append(";Пример-").append(i).append(";Банки;Регион-01;заочный\n");
            TableText table = TableText.of(inn);
            for (int criterion = 1; criterion <= points[i]; criterion++) {
                table.score(criterion, 3, "1", "Д1 п. " + criterion);
            }
            tables.append(table.lines());
            documents.append(TableText.localAct(inn, "Д1"));
        }
        home.write("companies.csv", register.toString())
                .write("tables.csv", tables.toString())
                .write("documents.csv", documents.toString());
    }

    /** {@return rank, company, previous rank, change and previous indicator of each line of ranking.csv} */
    private List<String> compared() {
        return home.lines("ranking.csv").stream()
                .map(line -> line.split(",", -1))
                .map(cells -> cells[0] + " " + INNS.indexOf(cells[1]) + " " + given(cells[15]) + " " + given(cells[16])
                        + " " + given(cells[17]))
                .toList();
    }

    private static String given(String cell) {
        return cell.isEmpty() ? "-" : cell;
    }

    private PreviousRanking before(int year) {
        Methodology methodology = home.settings().loadMethodology();
        return home.bean(JdbcPastRankings.class).before(year, methodology);
    }

    private PastSums sums() {
        return Objects.requireNonNull(before(2025).sums());
    }

    private static Mean mean(int number, String points, String maximum, String percent) {
        return new Mean(
                number,
                new java.math.BigDecimal(points),
                new java.math.BigDecimal(maximum),
                new java.math.BigDecimal(percent));
    }

    private void approve(int year, int edition, int revision) throws SQLException {
        home.execute("with act as (insert into committee_act (year, kind, who, at, file, file_sha256) values (" + year
                + ", 'approve', 'Пример', now(), '', '') returning id) insert into approval"
                + " (year, edition, act, revision, protocol, approved_on, log_entries, manifest_sha256) select " + year
                + ", " + edition + ", id, "
                + revision
                + ", '№ 1', date '2025-01-01', 0, '' from act");
    }

    /** {@return the bundled methodology as of another version, with something said of its first criterion} */
    private Path methodology(String version, String ofTheFirst) throws IOException {
        Methodology bundled = new MethodologySource.Bundled("anti-corruption-rating").load();
        String text = bundled.text()
                .replace("version: \"2025\"\n", "version: \"" + version + "\"\n")
                .replaceFirst("      - number: 1\n", "      - number: 1\n" + ofTheFirst);
        Path file = folder.resolve("methodology-" + version + ".yaml");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        assertThat(Methodologies.load(file).version()).isEqualTo(version);
        return file;
    }
}
