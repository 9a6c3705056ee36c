package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.audit.AuditEntry;
import org.mera.audit.AuditState;
import org.mera.committee.VerificationCounts;
import org.mera.cycle.CycleException;
import org.mera.seal.SealedFile;

/** What has to be verified is listed, asked, brought back and listed with what came of it; and each act is in the audit log. */
class VerificationIT {

    private static final String FIRST = "7707083893";
    private static final String SECOND = "7736050003";
    private static final String THIRD = "7706107510";

    private final Path folder;
    private final RatingHome home;

    VerificationIT(@TempDir Path folder) {
        this.folder = folder;
        home = new RatingHome(folder).language("en");
        home.write(
                        "companies.csv",
                        "inn;name;industry;region;participation\n"
                                + FIRST + ";Пример-001;Связь;Регион-01;on-site\n"
                                + SECOND + ";Пример-002;Связь;Регион-01;desk\n"
                                + THIRD + ";Пример-003;Связь;Регион-01;on-site\n")
                .write(
                        "tables.csv",
                        TableText.HEADER
                                + TableText.of(FIRST)
                                        .score(7, 3, "1", "Д1")
                                        .score(7, 4, "1", "Д1")
                                        .lines()
                                + TableText.of(SECOND)
                                        .score(7, 5, "1", "Д1 п. 3")
                                        .lines()
                                + TableText.of(THIRD).score(1, 4, "7", "").lines())
                .write(
                        "self.csv",
                        TableText.HEADER
                                + TableText.of(SECOND)
                                        .all("assessor", "company")
                                        .lines())
                .write(
                        "documents.csv",
                        TableText.DOCUMENTS + TableText.localAct(FIRST, "Д1") + TableText.localAct(SECOND, "Д1"));
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void listsWhatHasToBeVerifiedAndWhatCameOfIt() throws IOException, SQLException {
        RunSummary before = home.run();

        assertThat(before.warned()).isEqualTo(2);
        assertThat(home.output("verification.csv"))
                .isEqualTo(
                        "inn,name,rank,criterion,column,code,value,reason,file,line,request,answer,outcome,verifier,date\n"
                                + FIRST
                                + ",Пример-001,1,7,4,missing-clause,Д1,\"the document «Д1» was cited before and is cited"
                                + " here without a clause; name it, for example «п. 3.1», or write «in full»\",tables.csv,8,,,,,\n"
                                + SECOND
                                + ",Пример-002,2,,,self-assessment-desk,,the company takes part in the desk rating and"
                                + " scored itself; its assessment is kept and does not count,self.csv,2,,,,,\n"
                                + SECOND
                                + ",Пример-002,2,7,5,self-expert-gap,0,\"the company gave itself 0 here, the expert 1;"
                                + " check the evidence\",tables.csv,58,,,,,\n");

        List<String> list =
                new ArrayList<>(home.output("verification.csv").lines().toList());
        list.set(1, list.get(1).replace(",,,,,", ",Какой пункт?,Пункт 3,confirmed,Иванов,2026-03-12"));
        list.set(3, list.get(3).replace(",,,,,", ",Почему 0?,,open,,"));
        list.add(THIRD + ",,,1,4,,,,,,Что это?,Опечатка,changed,Иванов,2026-03-11");
        Path filled = Files.writeString(folder.resolve("filled.csv"), String.join("\n", list) + "\n");

        VerificationReport report = desk().verification(filled, RatingHome.YEAR);

        assertThat(report)
                .isEqualTo(new VerificationReport(
                        RatingHome.YEAR,
                        filled.toString(),
                        report.headings(),
                        List.of(),
                        new VerificationCounts(1, 1, 1),
                        new VerificationCounts(1, 1, 1)));

        RunSummary after = home.rerun();

        assertThat(after.reassessed()).isZero();
        assertThat(home.output("verification.csv").lines().toList())
                .containsExactly(
                        list.get(0),
                        list.get(1),
                        list.get(2),
                        list.get(3),
                        THIRD + ",,,1,4,,,,,,Что это?,Опечатка,changed,Иванов,2026-03-11");
        assertThat(home.rerun().reassessed()).isZero();
        assertThat(home.strings("select max(number) from revision")).containsExactly("2");
    }

    @Test
    void standsOverWhatWasFoundBeforeAndLogsBoth() throws IOException {
        home.run();
        Path open = write("open.csv", FIRST + ";7;4;Какой пункт?;;open;;\n" + FIRST + ";7;3;Чем?;;open;;\n");
        Path found = write("found.csv", FIRST + ";7;4;Какой пункт?;Пункт 3;confirmed;Иванов;12.03.2026\n");

        desk().verification(open, RatingHome.YEAR);
        VerificationReport report = desk().verification(found, RatingHome.YEAR);

        assertThat(report.taken()).isEqualTo(new VerificationCounts(1, 0, 0));
        assertThat(report.standing()).isEqualTo(new VerificationCounts(1, 0, 1));
        home.rerun();
        assertThat(home.lines("verification.csv"))
                .filteredOn(line -> line.startsWith(FIRST))
                .containsExactly(
                        FIRST
                                + ",Пример-001,1,7,4,missing-clause,Д1,\"the document «Д1» was cited before and is cited here"
                                + " without a clause; name it, for example «п. 3.1», or write «in full»\",tables.csv,8,Какой пункт?,"
                                + "Пункт 3,confirmed,Иванов,2026-03-12",
                        FIRST + ",Пример-001,1,7,3,,,,,,Чем?,,open,,");
        assertThat(logged())
                .filteredOn(entry -> entry.act().equals("verification"))
                .extracting(AuditEntry::subject, AuditEntry::before, AuditEntry::after)
                .containsExactly(
                        tuple(
                                open + ", SHA-256 " + sha256(open),
                                "confirmed 0, changed 0, open 0",
                                "confirmed 0, changed 0, open 2"),
                        tuple(
                                found + ", SHA-256 " + sha256(found),
                                "confirmed 0, changed 0, open 2",
                                "confirmed 1, changed 0, open 1"));
    }

    @Test
    void takesNothingOfAFileWithAnError() throws IOException, SQLException {
        home.run();
        Path file =
                write("faulty.csv", FIRST + ";7;4;Какой пункт?;;open;;\n" + "9700000041;7;4;Какой пункт?;;верно;;\n");

        VerificationReport report = desk().verification(file, RatingHome.YEAR);

        assertThat(report.isTaken()).isFalse();
        assertThat(report.problems())
                .extracting(problem -> problem.line() + " " + problem.code().code())
                .containsExactly("3 unknown-company", "3 unknown-outcome");
        assertThat(report.standing()).isEqualTo(new VerificationCounts(0, 0, 0));
        assertThat(home.strings("select count(*) from verification")).containsExactly("0");
        assertThat(home.strings("select count(*) from committee_act")).containsExactly("0");
        assertThat(home.strings("select count(*) from audit_entry where act = 'verification'"))
                .containsExactly("0");
    }

    @Test
    void needsAPublishedCycle() throws IOException {
        Path file = write("v.csv", FIRST + ";7;4;Какой пункт?;;open;;\n");

        assertThatExceptionOfType(CycleException.class).isThrownBy(() -> desk().verification(file, RatingHome.YEAR));
    }

    private VerificationDesk desk() {
        return home.bean(VerificationDesk.class);
    }

    private List<AuditEntry> logged() {
        List<AuditEntry> entries = new ArrayList<>();
        AuditState state = home.bean(AuditDesk.class).read(RatingHome.YEAR, entries::add);
        assertThat(state.isSound()).isTrue();
        return entries;
    }

    private Path write(String name, String lines) throws IOException {
        return Files.writeString(
                folder.resolve(name), "inn;criterion;column;request;answer;outcome;verifier;date\n" + lines);
    }

    private static String sha256(Path file) throws IOException {
        return SealedFile.sha256(file);
    }
}
