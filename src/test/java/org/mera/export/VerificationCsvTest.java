package org.mera.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mera.methodology.MethodologyBuilder.aMethodology;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mera.committee.Verification;
import org.mera.committee.Verification.Outcome;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.methodology.Methodology;
import org.mera.report.CompanyFindings;

class VerificationCsvTest {

    private static final Methodology METHODOLOGY = aMethodology().build();
    private static final String HEADER =
            "inn,name,rank,criterion,column,code,value,reason,file,line,request,answer,outcome,verifier,date\n";

    @Test
    void listsEveryWarningWithWhatCameOfIt() {
        Problem clause = Problem.of(ProblemCode.MISSING_CLAUSE, "a.csv", 8)
                .withCompany("9700000010")
                .withCriterion(7)
                .withColumn(5)
                .withValue("Д1");
        Problem desk = Problem.of(ProblemCode.SELF_ASSESSMENT_DESK, "b.csv", 2).withCompany("9700000010");
        Problem overused = Problem.of(ProblemCode.OVERUSED_DOCUMENT, "c.csv", 2)
                .withCompany("9700000027")
                .withColumn(4)
                .withValue("Д2")
                .withDetails("20", "39");
        List<CompanyFindings> ranked = List.of(
                new CompanyFindings("9700000010", "Пример-010", 1, List.of(clause, desk)),
                new CompanyFindings("9700000027", "Пример, 027", 2, List.of(overused)),
                new CompanyFindings("9700000034", "Пример-034", 2, List.of()));
        List<Verification> verifications = List.of(
                asked("9700000010", null, "", Outcome.OPEN, null),
                asked("9700000010", 7, "4", Outcome.CHANGED, LocalDate.of(2026, 3, 11)),
                asked("9700000010", 7, "5", Outcome.CONFIRMED, LocalDate.of(2026, 3, 12)),
                asked("9700000034", 1, "3", Outcome.OPEN, null),
                asked("9700000041", 1, "3", Outcome.OPEN, null));

        assertThat(Golden.text(out ->
                        VerificationCsv.write(METHODOLOGY, ranked.iterator(), verifications, Locale.ENGLISH, out)))
                .isEqualTo(HEADER
                        + "9700000010,Пример-010,1,7,5,missing-clause,Д1,\"the document «Д1» was cited before and is cited"
                        + " here without a clause; name it, for example «п. 3.1», or write «in full»\",a.csv,8,'=Где?,Там,"
                        + "confirmed,Иванов,2026-03-12\n"
                        + "9700000010,Пример-010,1,,,self-assessment-desk,,the company takes part in the desk rating and"
                        + " scored itself; its assessment is kept and does not count,b.csv,2,'=Где?,Там,open,Иванов,\n"
                        + "9700000010,Пример-010,1,7,4,,,,,,'=Где?,Там,changed,Иванов,2026-03-11\n"
                        + "9700000027,\"Пример, 027\",2,,4,overused-document,Д2,the document «Д2» is the only evidence of"
                        + " 20 of the 39 scores above 0 in column 4; check whether it confirms them all,c.csv,2,,,,,\n"
                        + "9700000034,Пример-034,2,1,3,,,,,,'=Где?,Там,open,Иванов,\n"
                        + "9700000041,,,1,3,,,,,,'=Где?,Там,open,Иванов,\n");
    }

    @Test
    void hasItsHeaderWhereThereIsNothingToVerify() {
        assertThat(Golden.text(out -> VerificationCsv.write(
                        METHODOLOGY, Collections.emptyIterator(), List.of(), Locale.ENGLISH, out)))
                .isEqualTo(HEADER);
    }

    private static Verification asked(
            String company, @Nullable Integer criterion, String column, Outcome outcome, @Nullable LocalDate date) {
        return new Verification(company, criterion, column, "=Где?", "Там", outcome, "Иванов", date);
    }
}
