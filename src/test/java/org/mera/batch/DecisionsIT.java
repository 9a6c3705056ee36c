package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.company.Inn;
import org.mera.csv.Problem;
import org.mera.cycle.CycleBusyException;
import org.mera.cycle.CycleException;
import org.mera.cycle.CycleLock;
import org.mera.cycle.JdbcCycleLocks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a file of decisions to the ranking of the next run. The fifth company has handed in a Table with an error. */
class DecisionsIT {

    private static final String HEADER = "inn;criterion;column;score;class;evidence;reason;protocol;date\n";
    private static final String BY = " (protocol № 3 of 2026-03-12: Пример)";
    private static final List<String> INNS = new ArrayList<>();

    static {
        for (int i = 0; i < 6; i++) {
            INNS.add(Inn.complete(Integer.toString(970_000_010 + i)));
        }
    }

    private final Path folder;
    private final RatingHome home;

    DecisionsIT(@TempDir Path folder) {
        this.folder = folder;
        home = new RatingHome(folder).language("en");
        StringBuilder register = new StringBuilder("inn;name;industry;region;participation\n");
        StringBuilder tables = new StringBuilder(TableText.HEADER);
        StringBuilder documents = new StringBuilder(TableText.DOCUMENTS);
        for (int i = 0; i < 5; i++) {
            register.append(inn(i)).append(";Пример-").append(i).append(";Банки;Регион-01;заочный\n");
            TableText table = TableText.of(inn(i));
            for (int criterion = 1; criterion <= points(i); criterion++) {
                table.score(criterion, 3, "1", "Д1 п. " + criterion);
            }
            tables.append((i == 4 ? table.with(1, "c4", "7") : table).lines());
            documents.append(TableText.localAct(inn(i), "Д1"));
        }
        home.write("companies.csv", register.toString())
                .write("tables.csv", tables.toString())
                .write("documents.csv", documents.toString());
    }

    /** Companies 1 and 2 share rank 2. */
    private static int points(int company) {
        return company == 0 ? 6 : company < 3 ? 5 : 4;
    }

    private static String inn(int company) {
        return INNS.get(company);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void movesACompanyUpAndAnotherDownAndBreaksATie() throws Exception {
        home.run();
        assertThat(places()).containsExactly("1 0 6.0", "2 1 5.0", "2 2 5.0", "4 3 4.0");

        DecisionReport report = decide(cell(3, 1, 5, "1")
                + cell(3, 1, 6, "1")
                + cell(3, 2, 6, "0,5")
                + cell(0, 1, 3, "0")
                + cell(0, 2, 3, "0,5")
                + cell(2, 7, 3, "0,5"));

        assertThat(report.problems()).isEmpty();
        assertThat(report.changes())
                .containsExactly(
                        new DecisionReport.Change(2, inn(3), 1, 5, "0.0", "1.0"),
                        new DecisionReport.Change(3, inn(3), 1, 6, "0.0", "1.0"),
                        new DecisionReport.Change(4, inn(3), 2, 6, "0.0", "0.5"),
                        new DecisionReport.Change(5, inn(0), 1, 3, "1.0", "0.0"),
                        new DecisionReport.Change(6, inn(0), 2, 3, "1.0", "0.5"),
                        new DecisionReport.Change(7, inn(2), 7, 3, "0.0", "0.5"));
        assertThat(report.companies())
                .containsExactly(
                        new DecisionReport.Place(inn(0), "Пример-0", "6.0", "4.5", 1, 4),
                        new DecisionReport.Place(inn(2), "Пример-2", "5.0", "5.5", 2, 2),
                        new DecisionReport.Place(inn(3), "Пример-3", "4.0", "6.5", 4, 1));
        assertThat(report.moved()).isEqualTo(1);
        assertThat(places())
                .as("as long as nobody has run")
                .containsExactly("1 0 6.0", "2 1 5.0", "2 2 5.0", "4 3 4.0");

        RunSummary summary = home.rerun();

        assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(summary.revision()).isEqualTo(2);
        assertThat(summary.reassessed()).isZero();
        assertThat(places()).containsExactly("1 3 6.5", "2 2 5.5", "3 1 5.0", "4 0 4.5");
        JsonNode json = company(3);
        assertThat(json.at("/layers/0/scores/0").toString()).isEqualTo("[1.0,0.0,0.0,0.0]");
        assertThat(json.at("/counting/scores/0").toString()).isEqualTo("[1.0,0.0,1.0,1.0]");
        assertThat(json.at("/decisions/2").toString())
                .isEqualTo("{\"criterion\":2,\"column\":6,\"before\":0.0,\"score\":0.5,\"standing\":true,"
                        + "\"reason\":\"Пример\",\"protocol\":\"№ 3\",\"date\":\"2026-03-12\"}");
        assertThat(company(1).has("decisions")).isFalse();
        assertThat(home.rerun().outcome()).isEqualTo(RunSummary.Outcome.UNCHANGED);
    }

    @Test
    void printsAnewThePapersThatAreConcerned() throws Exception {
        home.reports().run();
        SortedMap<String, String> before = home.hashes();

        decide(cell(0, 7, 5, "1"));
        RunSummary summary = home.rerun();

        assertThat(summary.printed()).isEqualTo(2);
        assertThat(summary.reports()).isEqualTo(5);
        assertThat(changed(before)).containsExactly("committee-report.pdf", "companies/" + inn(0) + ".pdf");
        assertThat(ReportText.of(home.out().resolve("companies/" + inn(0) + ".pdf"))
                        .text())
                .contains("Decision of the committee: 0.0 → 1.0, protocol № 3")
                .contains(
                        "Criterion 7, column 5: was 0.0, is 1.0 Evidence: Д1 п. 9 Пример Protocol № 3 of 12 March 2026")
                .contains("The expert, who is not named, file tables.csv: sum 6.0; counts");

        desk().withdraw(List.of(inn(3)), RatingHome.YEAR, "Ликвидирована", false);
        before = home.hashes();
        assertThat(home.rerun().reports()).isEqualTo(4);

        assertThat(changed(before)).contains("committee-report.pdf", "companies/" + inn(3) + ".pdf");
        assertThat(home.out().resolve("companies/" + inn(3) + ".pdf")).doesNotExist();
        assertThat(ReportText.of(home.out().resolve("committee-report.pdf")).text())
                .contains("In the ranking 3 Withdrawn by the committee 1")
                .contains("Withdrawn Companies that the committee has taken out of the ranking, and why."
                        + " Company Reason Пример-3 INN " + inn(3) + " Ликвидирована");
    }

    /** {@return the papers that are not what they were} */
    private List<String> changed(SortedMap<String, String> before) {
        SortedMap<String, String> now = home.hashes();
        SortedSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .filter(name -> name.endsWith(".pdf") && !Objects.equals(before.get(name), now.get(name)))
                .toList();
    }

    @Test
    void tellsOfDecisionsThatHaveNoEffectAnyMoreAndOfTheWithdrawn() throws Exception {
        home.run();
        decide(cell(3, 1, 5, "1") + cell(0, 1, 3, "1"));
        desk().withdraw(List.of(inn(1)), RatingHome.YEAR, "Ликвидирована", false);

        assertThat(home.rerun().messages())
                .containsExactly(
                        "Withdrawn by the committee: " + inn(1),
                        "Decisions without effect, as the expert gives the same score now or no Table counts: " + inn(0)
                                + " 1/3");
    }

    @Test
    void aDecisionThatTakesAnEarlierOneBackHasItsEffect() throws Exception {
        home.run();
        decide(cell(3, 1, 5, "1"));
        decide(cell(3, 1, 5, "0"));

        assertThat(home.rerun().messages()).isEmpty();
        assertThat(places()).containsExactly("1 0 6.0", "2 1 5.0", "2 2 5.0", "4 3 4.0");
    }

    @Test
    void takesAllDecisionsOfAFileOrNone() throws Exception {
        home.run();

        DecisionReport report = decide(cell(3, 1, 5, "1") + cell(4, 1, 5, "1") + cell(5, 1, 5, "0,7"));

        assertThat(report.isTaken()).isFalse();
        assertThat(report.problems())
                .extracting(Problem::line, problem -> problem.code().code())
                .containsExactly(tuple(3, "not-accepted"), tuple(4, "unknown-company"), tuple(4, "bad-score"));
        assertThat(report.changes()).isEmpty();
        assertThat(home.strings("select count(*) from committee_act")).containsExactly("0");
        assertThat(home.strings("select act from audit_entry where act = 'decide'"))
                .isEmpty();
        assertThat(home.rerun().outcome()).isEqualTo(RunSummary.Outcome.UNCHANGED);
    }

    @Test
    void aLaterDecisionStandsAndTheHistoryIsKept() throws Exception {
        home.run();
        decide(cell(3, 1, 5, "1"));
        decide(cell(3, 1, 5, "0,5"));

        DecisionReport without = decide(cell(3, 1, 5, "0,50") + cell(3, 1, 3, "1"));

        assertThat(without.changes())
                .extracting(DecisionReport.Change::hasEffect)
                .containsExactly(false, false);
        assertThat(without.companies())
                .containsExactly(new DecisionReport.Place(inn(3), "Пример-3", "4.5", "4.5", 4, 4));
        assertThat(without.moved()).isZero();

        assertThat(home.rerun().reassessed()).isZero();

        assertThat(places()).containsExactly("1 0 6.0", "2 1 5.0", "2 2 5.0", "4 3 4.5");
        assertThat(company(3)
                        .at("/decisions")
                        .valueStream()
                        .map(each -> each.get("criterion") + "/" + each.get("column") + " " + each.get("before") + "→"
                                + each.get("score") + " " + each.get("standing")))
                .containsExactly("1/3 1.0→1.0 true", "1/5 0.0→1.0 false", "1/5 1.0→0.5 false", "1/5 0.5→0.5 true");
        assertThat(home.strings(
                        "select before || ' | ' || after from audit_entry where act = 'decide' order by number"))
                .containsExactly(
                        inn(3) + " 1/5 0.0 | " + inn(3) + " 1/5 1.0" + BY,
                        inn(3) + " 1/5 1.0 | " + inn(3) + " 1/5 0.5" + BY,
                        inn(3) + " 1/5 0.5; " + inn(3) + " 1/3 1.0 | " + inn(3) + " 1/5 0.5" + BY + "; " + inn(3)
                                + " 1/3 1.0" + BY);
    }

    @Test
    void aDecisionStandsOverANewTableOfTheExpert() throws Exception {
        home.run();
        decide(cell(3, 1, 5, "1"));
        String tables = Files.readString(home.inbox().resolve("tables.csv"));
        int from = tables.indexOf(inn(3));
        home.write(
                "tables.csv",
                tables.substring(0, from)
                        + TableText.of(inn(3)).score(2, 4, "1", "Д1 п. 2").lines()
                        + tables.substring(tables.indexOf(inn(4))));

        RunSummary summary = home.rerun();

        assertThat(summary.reassessed()).isEqualTo(1);
        assertThat(places()).containsExactly("1 0 6.0", "2 1 5.0", "2 2 5.0", "4 3 2.0");
    }

    @Test
    void givesAClassAndTakesItBack() throws Exception {
        home.run();

        DecisionReport report = decide(inn(3) + ";;;;Особый;;Пример;№ 3;12.03.2026\n");

        assertThat(report.changes()).containsExactly(new DecisionReport.Change(2, inn(3), null, 0, "", "Особый"));
        home.rerun();
        assertThat(company(3).get("class").stringValue()).isEqualTo("Особый");
        assertThat(company(0).get("class").isNull()).isTrue();

        assertThat(decide(inn(3) + ";;;;;;Пример;№ 4;13.03.2026\n").changes())
                .containsExactly(new DecisionReport.Change(2, inn(3), null, 0, "Особый", ""));
        home.rerun();
        assertThat(company(3).get("class").isNull()).isTrue();
        assertThat(company(3).at("/class_decisions").size()).isEqualTo(2);
    }

    @Test
    void withdrawsACompanyAndTakesItBack() throws Exception {
        home.run();

        assertThat(desk().withdraw(List.of(inn(1)), RatingHome.YEAR, "Ликвидирована", false))
                .isEqualTo(new WithdrawalReport(
                        2025, true, List.of(new WithdrawalReport.Place(inn(1), "Пример-1", true, 2, null)), 1));
        RunSummary summary = home.rerun();

        assertThat(summary.accepted()).isEqualTo(4);
        assertThat(summary.ranked()).isEqualTo(3);
        assertThat(summary.reassessed()).isZero();
        assertThat(places()).containsExactly("1 0 6.0", "2 2 5.0", "3 3 4.0");
        assertThat(notRanked()).containsExactly(inn(1) + " accepted Ликвидирована", inn(4) + " rejected -");
        assertThat(JsonMapper.shared()
                        .readTree(home.output("ranking.json"))
                        .at("/counts/withdrawn")
                        .intValue())
                .isEqualTo(1);
        assertThat(desk().withdraw(List.of(inn(1)), RatingHome.YEAR, "Ликвидирована", false)
                        .hasEffect())
                .isFalse();
        assertThat(home.rerun().outcome()).isEqualTo(RunSummary.Outcome.UNCHANGED);
        assertThat(desk().withdraw(List.of(inn(1)), RatingHome.YEAR, "Реорганизована", false)
                        .hasEffect())
                .isTrue();

        assertThat(desk().withdraw(List.of(inn(1)), RatingHome.YEAR, "По ошибке", true))
                .isEqualTo(new WithdrawalReport(
                        2025, false, List.of(new WithdrawalReport.Place(inn(1), "Пример-1", true, null, 2)), 1));
        home.rerun();
        assertThat(places()).containsExactly("1 0 6.0", "2 1 5.0", "2 2 5.0", "4 3 4.0");
        assertThat(home.strings(
                        "select before || ' | ' || after from audit_entry where act = 'withdraw' order by number"))
                .containsExactly(
                        "in the rating | withdrawn: Ликвидирована",
                        "withdrawn: Ликвидирована | withdrawn: Реорганизована",
                        "withdrawn: Реорганизована | in the rating: По ошибке");
    }

    @Test
    void withdrawsWhomeverTheRegisterHas() throws Exception {
        home.run();

        assertThat(desk().withdraw(List.of(inn(4)), RatingHome.YEAR, "Отказалась", false))
                .isEqualTo(new WithdrawalReport(
                        2025, true, List.of(new WithdrawalReport.Place(inn(4), "Пример-4", true, null, null)), 0));
        home.rerun();
        assertThat(notRanked()).containsExactly(inn(4) + " rejected Отказалась");

        assertThatThrownBy(() -> desk().withdraw(List.of(inn(5)), RatingHome.YEAR, "Нет", false))
                .isInstanceOf(CycleException.class)
                .hasMessage("The company " + inn(5)
                        + " is not in the register of 2025; check its number, or run again if it is new");
        assertThatThrownBy(() -> desk().withdraw(List.of(inn(0)), RatingHome.YEAR, "Нет", true))
                .isInstanceOf(CycleException.class)
                .hasMessage("The company " + inn(0) + " is not withdrawn, there is nothing to take back");
    }

    @Test
    void withdrawsSeveralOrNone() throws Exception {
        home.run();

        assertThatThrownBy(() -> desk().withdraw(List.of(inn(0), inn(5), "12"), RatingHome.YEAR, "Нет", false))
                .isInstanceOf(CycleException.class)
                .hasMessage("The company " + inn(5)
                        + " is not in the register of 2025; check its number, or run again if it is new\n"
                        + "The company 12 is not in the register of 2025; check its number, or run again if it is new");
        assertThat(home.strings("select count(*) from withdrawal")).containsExactly("0");

        assertThat(desk().withdraw(List.of(inn(0), inn(4), inn(0)), RatingHome.YEAR, "Отказалась", false))
                .isEqualTo(new WithdrawalReport(
                        2025,
                        true,
                        List.of(
                                new WithdrawalReport.Place(inn(0), "Пример-0", true, 1, null),
                                new WithdrawalReport.Place(inn(4), "Пример-4", true, null, null)),
                        3));
        RunSummary summary = home.rerun();
        assertThat(summary.withdrawn()).isEqualTo(2);
        assertThat(summary.rejectedAndWithdrawn()).isEqualTo(1);
        assertThat(places()).containsExactly("1 1 5.0", "1 2 5.0", "3 3 4.0");

        assertThatThrownBy(() -> desk().withdraw(List.of(inn(0), inn(1), inn(2)), RatingHome.YEAR, "Нет", true))
                .hasMessage("The company " + inn(1) + " is not withdrawn, there is nothing to take back\n"
                        + "The company " + inn(2) + " is not withdrawn, there is nothing to take back");
        assertThat(desk().withdraw(List.of(inn(0), inn(4)), RatingHome.YEAR, "По ошибке", true)
                        .moved())
                .isEqualTo(3);
        home.rerun();
        assertThat(places()).containsExactly("1 0 6.0", "2 1 5.0", "2 2 5.0", "4 3 4.0");
        assertThat(home.strings("select subject || ': ' || before || ' | ' || after from audit_entry"
                        + " where act = 'withdraw' order by number"))
                .containsExactly(
                        inn(0) + ": in the rating | withdrawn: Отказалась",
                        inn(4) + ": in the rating | withdrawn: Отказалась",
                        inn(0) + ": withdrawn: Отказалась | in the rating: По ошибке",
                        inn(4) + ": withdrawn: Отказалась | in the rating: По ошибке");
    }

    @Test
    void decidesOnNothingThatWasNotPublished() throws Exception {
        assertThatThrownBy(() -> decide(cell(0, 1, 3, "0")))
                .isInstanceOf(CycleException.class)
                .hasMessage("Nothing has been run for 2025 yet; begin with: mera run JOB.yaml --year 2025");
    }

    @Test
    void waitsForNobodyWhoRunsTheCycle() throws Exception {
        home.run();
        try (CycleLock lock = home.bean(JdbcCycleLocks.class).take(RatingHome.YEAR, "operator@example, process 7")) {
            assertThat(lock.token()).isPositive();
            assertThatThrownBy(() -> decide(cell(0, 1, 3, "0")))
                    .isInstanceOf(CycleBusyException.class)
                    .hasMessageContaining("operator@example, process 7");
        }
        assertThat(decide(cell(0, 1, 3, "0")).isTaken()).isTrue();
    }

    @Test
    void aCycleThatIsApprovedIsClosed() throws Exception {
        home.run();
        home.execute("insert into committee_act (year, kind, who, at, file, file_sha256) "
                + "values (2025, 'approve', 'operator', now(), '', '')");
        home.execute(
                "insert into approval (year, edition, act, revision, protocol, approved_on, log_entries, manifest_sha256) "
                        + "select 2025, 1, id, 1, '№ 3', date '2026-03-12', 0, '' from committee_act");

        assertThatThrownBy(() -> decide(cell(0, 1, 3, "0"))).isInstanceOf(CycleException.class);
        assertThatThrownBy(() -> desk().withdraw(List.of(inn(0)), RatingHome.YEAR, "Нет", false))
                .isInstanceOf(CycleException.class);
        assertThat(home.strings("select count(*) from decision")).containsExactly("0");
    }

    private DecisionDesk desk() {
        return home.bean(DecisionDesk.class);
    }

    private DecisionReport decide(String lines) throws IOException {
        Path file = folder.resolve("decisions.csv");
        Files.writeString(file, HEADER + lines);
        return desk().decide(file, RatingHome.YEAR);
    }

    private static String cell(int company, int criterion, int column, String score) {
        return inn(company) + ";" + criterion + ";" + column + ";" + score + ";;Д1 п. 9;Пример;№ 3;12.03.2026\n";
    }

    private List<String> places() {
        List<String> places = new ArrayList<>();
        for (String line : home.lines("ranking.csv")) {
            String[] fields = line.split(",", -1);
            places.add(fields[0] + " " + INNS.indexOf(fields[1]) + " " + fields[10]);
        }
        return places;
    }

    private JsonNode company(int company) {
        return JsonMapper.shared()
                .readTree(home.output("ranking.json"))
                .at("/companies")
                .valueStream()
                .filter(each -> each.get("inn").stringValue().equals(inn(company)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> notRanked() throws SQLException {
        return JsonMapper.shared()
                .readTree(home.output("ranking.json"))
                .at("/not_ranked")
                .valueStream()
                .map(each ->
                        each.get("inn").stringValue() + " " + each.get("status").stringValue() + " "
                                + each.path("withdrawn").asString("-"))
                .toList();
    }
}
