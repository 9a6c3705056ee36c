package org.mera.seal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.mera.audit.AuditEntry;
import org.mera.committee.ActKind;
import org.mera.committee.LoggedDecision;
import org.mera.csv.CodePoints;
import org.mera.methodology.Scale;
import org.mera.scoring.Decision;
import org.mera.scoring.Decisions;

/**
 * What the committee has done by the audit log: what the log says of cells and withdrawals must be what is sealed of them. Of a class the log tells
 * which one stood, not what was decided; it is held to the chain alone.
 */
final class LoggedActs {

    private static final String WITHDRAWN = "withdrawn: ";

    private final Map<String, Standing> cells = new TreeMap<>(CodePoints.ORDER);
    private final Map<String, String> withdrawn = new TreeMap<>(CodePoints.ORDER);

    /** How often a cell was decided, and the score that it came to. */
    private record Standing(int decisions, String score) {

        static final Standing NONE = new Standing(0, "");

        Standing then(String next) {
            return new Standing(decisions + 1, next);
        }

        @Override
        public String toString() {
            return decisions == 0 ? "no decision" : score + " (decisions: " + decisions + ")";
        }
    }

    /** Adds the next entry of the log. */
    void add(AuditEntry entry) {
        if (entry.act().equals(ActKind.DECIDE.word())) {
            for (LoggedDecision logged : LoggedDecision.of(entry.before(), entry.after())) {
                if (!logged.isOfClass()) {
                    cells.merge(
                            logged.company() + " " + logged.cell(),
                            Standing.NONE.then(logged.after()),
                            (before, now) -> before.then(now.score));
                }
            }
        } else if (entry.act().equals(ActKind.WITHDRAW.word())) {
            if (entry.after().startsWith(WITHDRAWN)) {
                withdrawn.put(entry.subject(), entry.after());
            } else {
                withdrawn.remove(entry.subject());
            }
        }
    }

    /** Tells of each cell and each withdrawal of which something else is sealed. */
    void compare(Decisions decisions, Scale scale, Consumer<Difference> each) {
        Map<String, Standing> sealed = new TreeMap<>(CodePoints.ORDER);
        for (Decision decision : decisions.all()) {
            String cell = decision.company() + " " + decision.criterion() + "/" + decision.column();
            sealed.merge(
                    cell, Standing.NONE.then(scale.points(decision.score())), (before, now) -> before.then(now.score));
        }
        tell(RecordCsv.DECISIONS, sealed, cells, Standing.NONE, each);
        Map<String, String> reasons = new TreeMap<>(CodePoints.ORDER);
        decisions.withdrawn().forEach((company, withdrawal) -> reasons.put(company, WITHDRAWN + withdrawal.reason()));
        tell(RecordCsv.WITHDRAWALS, reasons, withdrawn, "in the rating", each);
    }

    private static <T> void tell(
            String file, Map<String, T> sealed, Map<String, T> logged, T nothing, Consumer<Difference> each) {
        Map<String, List<T>> both = new TreeMap<>(CodePoints.ORDER);
        sealed.forEach((what, here) -> both.put(what, List.of(here, logged.getOrDefault(what, nothing))));
        logged.forEach((what, there) -> both.putIfAbsent(what, List.of(nothing, there)));
        both.forEach((what, pair) -> {
            if (!pair.get(0).equals(pair.get(1))) {
                each.accept(new Difference(
                        file, what + ": stands " + pair.get(0) + "; by " + RecordCsv.LOG + " " + pair.get(1)));
            }
        });
    }
}
