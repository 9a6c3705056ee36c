package org.mera.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mera.methodology.Methodology;
import org.mera.ranking.JdbcCountingScores;
import org.mera.scoring.Decision;
import org.mera.scoring.Decisions;
import org.springframework.stereotype.Component;

/** What a run has to say of the committee's decisions: who is withdrawn, and which decisions change nothing any more. */
@Component
class DecisionNotes {

    private static final int TOLD = 5;

    private final JdbcCountingScores scores;

    DecisionNotes(JdbcCountingScores scores) {
        this.scores = scores;
    }

    /** {@return a sentence for each} None where all decisions have their effect. */
    List<String> of(ActiveRun run) {
        Decisions decisions = run.record().decisions();
        List<String> notes = new ArrayList<>();
        if (!decisions.withdrawn().isEmpty()) {
            notes.add("Withdrawn by the committee: "
                    + told(List.copyOf(decisions.withdrawn().keySet())));
        }
        List<String> idle = withoutEffect(run, decisions);
        if (!idle.isEmpty()) {
            notes.add("Decisions without effect, as the expert gives the same score now or no Table counts: "
                    + told(idle));
        }
        return notes;
    }

    private List<String> withoutEffect(ActiveRun run, Decisions decisions) {
        Methodology methodology = run.methodology();
        Map<String, byte[]> expert = scores.of(run.revision(), decisions.decided());
        List<String> idle = new ArrayList<>();
        for (String company : decisions.decided()) {
            byte[] given = expert.get(company);
            for (Decision decision : decisions.standing(company)) {
                if (given == null
                        || (isFirst(decisions, decision) && score(methodology, given, decision) == decision.score())) {
                    idle.add(company + " " + decision.criterion() + "/" + decision.column());
                }
            }
        }
        return idle;
    }

    /** {@return whether the cell was not decided on before} A decision that takes an earlier one back has its effect. */
    private static boolean isFirst(Decisions decisions, Decision decision) {
        return decisions.history(decision.company()).stream()
                        .filter(other ->
                                other.criterion() == decision.criterion() && other.column() == decision.column())
                        .count()
                == 1;
    }

    private static int score(Methodology methodology, byte[] given, Decision decision) {
        return given[Decisions.cell(methodology, decision.criterion(), decision.column())];
    }

    private static String told(List<String> all) {
        return all.stream().limit(TOLD).collect(Collectors.joining(", "))
                + (all.size() > TOLD ? " and " + (all.size() - TOLD) + " more" : "");
    }
}
