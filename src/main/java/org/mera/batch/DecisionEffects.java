package org.mera.batch;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mera.committee.CompanyState;
import org.mera.committee.DecisionLine;
import org.mera.methodology.Methodology;
import org.mera.scoring.Decision;
import org.mera.scoring.Decisions;

/** What decisions change, line by line and company by company. */
record DecisionEffects(
        Methodology methodology,
        Map<String, CompanyState> known,
        Decisions before,
        Decisions after,
        Forecast forecast) {

    DecisionReport.Change change(DecisionLine line) {
        String company = line.company();
        if (line instanceof DecisionLine.OfCell cell) {
            Decision decision = cell.decision();
            return new DecisionReport.Change(
                    line.record(),
                    company,
                    decision.criterion(),
                    decision.column(),
                    score(before, decision),
                    score(after, decision));
        }
        return new DecisionReport.Change(
                line.record(), company, null, 0, forecast.classBefore(company), forecast.classAfter(company));
    }

    DecisionReport.Place place(String company) {
        return new DecisionReport.Place(
                company,
                Objects.requireNonNull(known.get(company)).name(),
                total(before, company),
                total(after, company),
                forecast.rankBefore(company),
                forecast.rankAfter(company));
    }

    private String score(Decisions decided, Decision of) {
        int score = decided.counting(methodology, of.company(), expert(of.company()))[
                Decisions.cell(methodology, of.criterion(), of.column())];
        return methodology.scale().points(score);
    }

    private String total(Decisions decided, String company) {
        int total = 0;
        for (byte score : decided.counting(methodology, company, expert(company))) {
            total += score;
        }
        return methodology.scale().points(total);
    }

    private byte[] expert(String company) {
        return Objects.requireNonNull(Objects.requireNonNull(known.get(company)).expertScores());
    }

    /** What stands in the audit log of the lines: {@code 7707083893 7/5 0.5; 7707083893 class A}. */
    static String logged(List<DecisionReport.Change> changes, Function<DecisionReport.Change, String> what) {
        return changes.stream()
                .map(change -> change.company()
                        + (change.criterion() == null
                                ? " class " + (what.apply(change).isEmpty() ? "—" : what.apply(change))
                                : " " + change.criterion() + "/" + change.column() + " " + what.apply(change)))
                .collect(Collectors.joining("; "));
    }
}
