package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.company.Inn;
import org.mera.cycle.CycleException;
import org.mera.seal.Recomputation;

/** A cycle from the inbox to the approved papers, and what an auditor finds in a copy of them. */
class CommitteeCycleIT {

    private static final int YEAR = RatingHome.YEAR;
    private static final String PROTOCOL = "№ 3 от 12.03.2026";

    private final List<String> companies = new ArrayList<>();
    private final Path folder;
    private final RatingHome home;

    CommitteeCycleIT(@TempDir Path folder) {
        this.folder = folder;
        home = new RatingHome(folder.resolve("home")).language("en").reports();
        StringBuilder register = new StringBuilder("inn;name;industry;region;participation\n");
        StringBuilder tables = new StringBuilder(TableText.HEADER);
        StringBuilder documents = new StringBuilder(TableText.DOCUMENTS);
        for (int i = 0; i < 5; i++) {
            String inn = Inn.complete(Integer.toString(970_000_010 + i));
            companies.add(inn);
            register.append(inn).append(";Пример-00").append(i).append(";Банки;Регион-01;заочный\n");
            TableText table = TableText.of(inn);
            for (int criterion = 1; criterion <= points(i); criterion++) {
                table.score(criterion, 3, "1", "Д1 п. " + criterion);
            }
            // The second citation names no clause.
            table.score(1, 4, "1", "Д1");
            tables.append((i == 4 ? table.with(1, "c4", "7") : table).lines());
            documents.append(TableText.localAct(inn, "Д1"));
        }
        home.write("companies.csv", register.toString())
                .write("tables.csv", tables.toString())
                .write("documents.csv", documents.toString());
    }

    /** The second and the third are equal. */
    private static int points(int company) {
        return company == 0 ? 6 : company < 3 ? 5 : 4;
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void goesFromPreliminaryToApprovedAndStandsTheAuditorsCheck() throws Exception {
        home.run();
        assertThat(places()).containsExactly("1 0 7.0", "2 1 6.0", "2 2 6.0", "4 3 5.0");
        assertThat(home.lines("verification.csv"))
                .filteredOn(line -> line.contains(",1,4,missing-clause,Д1,"))
                .hasSize(4);

        verify();
        decide();
        RunSummary decided = home.rerun();

        assertThat(decided.reassessed()).isZero();
        assertThat(decided.printed()).isEqualTo(5);
        assertThat(places()).containsExactly("1 3 7.5", "2 2 6.5", "3 1 6.0", "4 0 5.5");
        assertThat(paper("companies/" + companies.get(3) + ".pdf"))
                .contains("Decision of the committee: 0.0 → 1.0, protocol № 2");
        assertThat(paper("committee-report.pdf"))
                .contains("Preliminary")
                .contains("Asked: 1 (confirmed 1, changed 0, open 0); warnings nobody asked about yet: 7 of 8.");

        assertThat(obstacles())
                .containsExactly(
                        companies.get(4)
                                + " Пример-004 is rejected for 1 error; correct its files, or withdraw the company with a reason");
        home.bean(DecisionDesk.class).withdraw(List.of(companies.get(4)), YEAR, "Сведения не исправлены", false);
        home.rerun();
        ApprovalReport approved = home.bean(ApprovalDesk.class).approve(YEAR, PROTOCOL, Progress.NONE);

        assertThat(approved.run().reassessed()).isZero();
        assertThat(paper("committee-report.pdf"))
                .contains("protocol " + PROTOCOL)
                .doesNotContain("Preliminary");
        for (Runnable act : List.<Runnable>of(home::run, home::rerun, this::decide, this::verify)) {
            assertThatThrownBy(act::run)
                    .isInstanceOf(CycleException.class)
                    .hasMessageStartingWith("The cycle of 2025 is approved (" + PROTOCOL + ")");
        }

        assertThat(differences(home.out(), home.inbox())).isEmpty();
        assertEachTamperingIsFound();

        Path kept = home.bean(ApprovalDesk.class).reopen(YEAR, "Жалоба").kept();
        assertThat(home.rerun().outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(home.output("manifest.json")).contains("\"edition\": 2", "\"state\": \"preliminary\"");
        assertThat(differences(kept, home.inbox())).isEmpty();
    }

    private void verify() {
        VerificationReport report = home.bean(VerificationDesk.class)
                .verification(
                        file(
                                "verification.csv",
                                "inn;criterion;column;request;answer;outcome;verifier;date\n" + companies.get(1)
                                        + ";1;4;Что значит пункт?;Пункт 2;confirmed;Эксперт-1;2026-03-01\n"),
                        YEAR);
        assertThat(report.problems()).isEmpty();
    }

    /** The last goes up, the first down, and of the two equals one rises above the other. */
    private void decide() {
        DecisionReport report = home.bean(DecisionDesk.class)
                .decide(
                        file(
                                "decisions.csv",
                                "inn;criterion;column;score;evidence;reason;protocol;date\n"
                                        + cell(3, 1, 5, "1")
                                        + cell(3, 1, 6, "1")
                                        + cell(3, 2, 6, "0,5")
                                        + cell(0, 1, 3, "0")
                                        + cell(0, 2, 3, "0,5")
                                        + cell(2, 7, 3, "0,5")),
                        YEAR);
        assertThat(report.problems()).isEmpty();
    }

    private String cell(int company, int criterion, int column, String score) {
        return companies.get(company) + ";" + criterion + ";" + column + ";" + score
                + ";Д1 п. 9;Пример;№ 2;2026-03-10\n";
    }

    private void assertEachTamperingIsFound() throws IOException {
        Map<String, Tampering> tamperings = new LinkedHashMap<>();
        tamperings.put("tables.csv", copy -> replace(copy.resolve("inbox/tables.csv"), "Д1 п. 6", "Д1 п. 7"));
        tamperings.put("more.csv", copy -> Files.writeString(copy.resolve("inbox/more.csv"), "a;b\n"));
        tamperings.put("documents.csv", copy -> Files.delete(copy.resolve("inbox/documents.csv")));
        tamperings.put("ranking.csv", copy -> replace(copy.resolve("set/ranking.csv"), ",7.5,", ",8.5,"));
        tamperings.put("ranking.json", copy -> replace(copy.resolve("set/ranking.json"), "[1.0,", "[0.5,"));
        tamperings.put(
                "companies/" + companies.get(0) + ".pdf",
                copy -> Files.writeString(copy.resolve("set/companies/" + companies.get(0) + ".pdf"), "%PDF-1.7"));
        tamperings.put(
                "sealed/decisions.csv", copy -> replace(copy.resolve("set/sealed/decisions.csv"), ",0.5,", ",1.0,"));
        tamperings.put(
                "sealed/methodology.yaml",
                copy -> replace(copy.resolve("set/sealed/methodology.yaml"), "version", "version "));
        tamperings.put("problems.csv", copy -> replace(copy.resolve("set/problems.csv"), "bad-score", "bad-sum"));
        tamperings.put("sealed/log.csv", copy -> replace(copy.resolve("set/sealed/log.csv"), "withdraw", "decide"));
        tamperings.put(
                "sealed/withdrawals.csv",
                copy -> replace(copy.resolve("set/sealed/withdrawals.csv"), "не исправлены", "исправлены"));
        tamperings.put(
                "manifest.json", copy -> replace(copy.resolve("set/manifest.json"), "\"ranked\":4", "\"ranked\":5"));
        int number = 0;
        for (Map.Entry<String, Tampering> each : tamperings.entrySet()) {
            Path copy = folder.resolve("copy-" + number++);
            copyTree(home.out(), copy.resolve("set"));
            copyTree(home.inbox(), copy.resolve("inbox"));
            each.getValue().on(copy);
            assertThat(differences(copy.resolve("set"), copy.resolve("inbox")))
                    .as(each.getKey())
                    .contains(each.getKey());
        }
    }

    /** Changes something in a copy of the set and the inbox. */
    private interface Tampering {
        void on(Path copy) throws IOException;
    }

    private static void replace(Path file, String what, String with) throws IOException {
        String text = Files.readString(file);
        assertThat(text).as(file.toString()).contains(what);
        Files.writeString(file, text.replace(what, with));
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path copy = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(each, copy);
                }
            }
        }
    }

    /** {@return the files that differ} */
    private static List<String> differences(Path set, Path inbox) {
        List<String> files = new ArrayList<>();
        Recomputation.of(set, inbox, difference -> files.add(difference.file()));
        return files;
    }

    private List<String> obstacles() {
        NotApprovableException refused =
                catchThrowableOfType(NotApprovableException.class, () -> home.bean(ApprovalDesk.class)
                        .approve(YEAR, PROTOCOL, Progress.NONE));
        assertThat(refused).isNotNull();
        return refused.obstacles();
    }

    private List<String> places() {
        return home.lines("ranking.csv").stream()
                .map(line -> line.split(",", -1))
                .map(fields -> fields[0] + " " + companies.indexOf(fields[1]) + " " + fields[10])
                .toList();
    }

    private String paper(String name) throws IOException {
        return ReportText.of(home.out().resolve(name)).text();
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
