package org.mera.export;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.methodology.Methodology;
import org.mera.scoring.ClassDecision;
import org.mera.scoring.DecidedCell;
import org.mera.scoring.Decision;
import org.mera.scoring.Decisions;

/** What the committee has decided of a company, as the last entries of its object in ranking.json; nothing where it has decided nothing. */
final class DecisionsJson {

    private static final byte[] DECISIONS = JsonBytes.ascii(",\n   \"decisions\": [");
    private static final byte[] CLASSES = JsonBytes.ascii(",\n   \"class_decisions\": [");
    private static final byte[] COUNTING = JsonBytes.ascii(",\n   \"counting\": {\"scores\":[");
    private static final byte[] LIST_END = JsonBytes.ascii("\n   ]");
    private static final byte[] CRITERION = JsonBytes.ascii("\n    {\"criterion\":");
    private static final byte[] COLUMN = JsonBytes.ascii(",\"column\":");
    private static final byte[] BEFORE = JsonBytes.ascii(",\"before\":");
    private static final byte[] SCORE = JsonBytes.ascii(",\"score\":");
    private static final byte[] CLASS = JsonBytes.ascii("\n    {\"class\":");
    private static final byte[] STANDING = JsonBytes.ascii(",\"standing\":");
    private static final byte[] REASON = JsonBytes.ascii(",\"reason\":");
    private static final byte[] PROTOCOL = JsonBytes.ascii(",\"protocol\":");
    private static final byte[] DATE = JsonBytes.ascii(",\"date\":");

    private final JsonBytes json;
    private final Methodology methodology;
    private final Decisions decisions;
    private final ScoreRows rows;

    DecisionsJson(JsonBytes json, Methodology methodology, Decisions decisions, ScoreRows rows) {
        this.json = json;
        this.methodology = methodology;
        this.decisions = decisions;
        this.rows = rows;
    }

    void write(CompanyLayers company) throws IOException {
        String id = company.company();
        byte[] expert = expert(company.layers());
        cells(decisions.changes(methodology, id, expert));
        classes(decisions.classHistory(id));
        if (expert != null && !decisions.standing(id).isEmpty()) {
            counting(decisions.counting(methodology, id, expert));
        }
    }

    /** {@return the scores that decisions lie over} Null where no sound Table counts. */
    private static byte @Nullable [] expert(List<Layer> layers) {
        return layers.stream()
                .filter(layer -> layer.counts() && !layer.faulty())
                .findFirst()
                .map(Layer::scores)
                .orElse(null);
    }

    private void cells(List<DecidedCell> cells) throws IOException {
        if (cells.isEmpty()) {
            return;
        }
        json.raw(DECISIONS);
        for (int i = 0; i < cells.size(); i++) {
            separate(i);
            cell(cells.get(i));
        }
        json.raw(LIST_END);
    }

    private void cell(DecidedCell cell) throws IOException {
        Decision decision = cell.decision();
        json.raw(CRITERION).number(decision.criterion());
        json.raw(COLUMN).number(decision.column());
        json.raw(BEFORE);
        if (cell.before() == DecidedCell.UNKNOWN) {
            json.nothing();
        } else {
            json.number(methodology.scale().points(cell.before()));
        }
        json.raw(SCORE).number(methodology.scale().points(decision.score()));
        json.raw(STANDING).bool(cell.standing());
        json.raw(REASON).text(decision.reason());
        json.raw(PROTOCOL).text(decision.protocol());
        json.raw(DATE).text(decision.date().toString());
        json.raw('}');
    }

    private void classes(List<ClassDecision> classes) throws IOException {
        if (classes.isEmpty()) {
            return;
        }
        json.raw(CLASSES);
        for (int i = 0; i < classes.size(); i++) {
            separate(i);
            ClassDecision decision = classes.get(i);
            json.raw(CLASS);
            textOrNothing(decision.scoreClass());
            json.raw(STANDING).bool(i + 1 == classes.size());
            json.raw(REASON).text(decision.reason());
            json.raw(PROTOCOL).text(decision.protocol());
            json.raw(DATE).text(decision.date().toString()).raw('}');
        }
        json.raw(LIST_END);
    }

    private void counting(byte[] scores) throws IOException {
        int columns = methodology.columns().size();
        json.raw(COUNTING);
        for (int cell = 0; cell < scores.length; cell += columns) {
            separate(cell);
            json.raw(rows.row(scores, cell));
        }
        json.raw(']').raw('}');
    }

    private void separate(int before) throws IOException {
        if (before > 0) {
            json.raw(',');
        }
    }

    private void textOrNothing(String text) throws IOException {
        if (text.isEmpty()) {
            json.nothing();
        } else {
            json.text(text);
        }
    }
}
