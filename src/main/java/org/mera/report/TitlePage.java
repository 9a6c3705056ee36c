package org.mera.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.mera.ranking.Counts;

/** What stands on the title page of the committee's report. */
final class TitlePage {

    private final CommitteePaper paper;
    private final Wording wording;

    TitlePage(CommitteePaper paper, Papers papers) {
        this.paper = paper;
        this.wording = papers.wording();
    }

    Part part() {
        PaperCycle cycle = paper.cycle();
        Map<String, Object> values = new HashMap<>();
        values.put("TITLE", cycle.rating());
        values.put("YEAR", wording.text("committee.year", cycle.year()));
        values.put("METHODOLOGY", wording.text("committee.methodology", cycle.rating(), cycle.methodology()));
        values.put("CUTOFF", wording.text("committee.cutoff", wording.date(cycle.cutoff())));
        values.put("STATE_TEXT", cycle.state(wording));
        values.put("PRELIMINARY", cycle.approval() == null);
        return new Part("committee-title", values, counts(), false);
    }

    private Iterator<Count> counts() {
        Counts counts = paper.counts();
        List<Count> lines = new ArrayList<>(List.of(
                count("registered", counts.registered()),
                count("handed-in", counts.handedIn()),
                count("accepted", counts.accepted()),
                count("rejected", counts.rejected()),
                count("warned", counts.warned()),
                count("ranked", counts.ranked())));
        if (counts.withdrawn() > 0) {
            lines.add(count("withdrawn", counts.withdrawn()));
        }
        return lines.iterator();
    }

    private Count count(String name, int number) {
        return new Count(wording.text("committee.count." + name), Integer.toString(number));
    }

    private record Count(String label, String number) {}
}
