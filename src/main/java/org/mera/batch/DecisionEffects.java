package org.mera.batch;

import java.util.Map;
import java.util.Objects;
import org.mera.committee.CompanyState;
import org.mera.committee.DecisionLine;
import org.mera.committee.LoggedDecision;
import org.mera.methodology.Methodology;
import org.mera.scoring.ClassDecision;
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

    /** {@return what the audit log is to say of a line} */
    LoggedDecision logged(DecisionLine line) {
        DecisionReport.Change change = change(line);
        if (line instanceof DecisionLine.OfCell cell) {
            Decision decision = cell.decision();
            return new LoggedDecision(
                    change.company(),
                    decision.criterion() + "/" + decision.column(),
                    change.before(),
                    change.after(),
                    decision.protocol(),
                    decision.date(),
                    decision.reason());
        }
        ClassDecision decision = ((DecisionLine.OfClass) line).decision();
        return new LoggedDecision(
                change.company(),
                "",
                change.before(),
                change.after(),
                decision.protocol(),
                decision.date(),
                decision.reason());
    }
}
