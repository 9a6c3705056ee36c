package org.mera.committee;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mera.csv.CodePoints;
import org.mera.cycle.Revision;
import org.mera.methodology.Methodology;
import org.mera.scoring.ClassDecision;
import org.mera.scoring.Decision;
import org.mera.scoring.Decisions;
import org.springframework.stereotype.Repository;

/** Puts to what was decided the names of the companies and the scores that it changed. */
@Repository
public class JdbcDecisionLists {

    private final JdbcCompanyStates states;

    public JdbcDecisionLists(JdbcCompanyStates states) {
        this.states = states;
    }

    /** {@return what was decided, with the names and scores that a revision has} */
    public DecisionList of(Revision revision, Methodology methodology, Decisions decisions) {
        if (decisions.isEmpty()) {
            return DecisionList.NONE;
        }
        Set<String> decided = new TreeSet<>(CodePoints.ORDER);
        decisions.all().stream().map(Decision::company).forEach(decided::add);
        decisions.allClasses().stream().map(ClassDecision::company).forEach(decided::add);
        Set<String> named = new TreeSet<>(decided);
        named.addAll(decisions.withdrawn().keySet());
        Map<String, CompanyState> known = states.of(revision, named);
        return new DecisionList(
                decided.stream()
                        .map(company -> new DecidedCompany(
                                company,
                                name(known.get(company)),
                                decisions.changes(methodology, company, expertScores(known.get(company))),
                                decisions.classHistory(company)))
                        .toList(),
                decisions.withdrawn().values().stream()
                        .map(withdrawal -> new WithdrawnCompany(
                                withdrawal.company(), name(known.get(withdrawal.company())), withdrawal.reason()))
                        .toList());
    }

    private static String name(@Nullable CompanyState state) {
        return state == null ? "" : state.name();
    }

    private static byte @Nullable [] expertScores(@Nullable CompanyState state) {
        return state == null ? null : state.expertScores();
    }
}
