package org.mera.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.mera.company.Inn;
import org.mera.company.Participation;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.Ranking;

class RankedFindingsTest {

    private static final Ranking RANKING = ranking();

    private static Ranking ranking() {
        CommitteePaperBuilder paper = CommitteePaperBuilder.aPaper();
        for (int place = 0; place < 3; place++) {
            String id = Inn.complete(Integer.toString(970_000_010 + place));
            paper.company(id, "Пример-00" + (place + 1), "", Participation.DESK, paper.scores(6 - place));
        }
        return paper.build().ranking();
    }

    private static String id(int place) {
        return RANKING.companies().get(place).company().id();
    }

    private static Problem problem(int place, int line) {
        return Problem.of(ProblemCode.MISSING_CLAUSE, "tables.csv", line).withCompany(id(place));
    }

    private static Iterator<RankedCompany> companies() {
        return RANKING.companies().iterator();
    }

    @Test
    void givesEachCompanyItsProblemsAndSomeNone() {
        List<Problem> problems = List.of(problem(0, 7), problem(0, 9), problem(2, 3));

        List<CompanyFindings> found = new ArrayList<>();
        new RankedFindings(companies(), problems.iterator()).forEachRemaining(found::add);

        assertThat(found)
                .containsExactly(
                        new CompanyFindings(id(0), "Пример-001", 1, problems.subList(0, 2)),
                        new CompanyFindings(id(1), "Пример-002", 2, List.of()),
                        new CompanyFindings(id(2), "Пример-003", 3, problems.subList(2, 3)));
    }

    @Test
    void refusesProblemsInAnotherOrder() {
        Iterator<CompanyFindings> found = new RankedFindings(
                companies(), List.of(problem(1, 7), problem(0, 9)).iterator());
        found.next();
        found.next();
        found.next();

        assertThatThrownBy(found::hasNext)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A problem of " + id(0) + " comes out of the order of the ranking");
        assertThatThrownBy(found::next).isInstanceOf(NoSuchElementException.class);
    }
}
