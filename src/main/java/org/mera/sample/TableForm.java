package org.mera.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mera.methodology.Scale;

/** Writes invented Tables in the table form: one line a criterion. */
final class TableForm {

    private final Blueprint blueprint;
    private final FileStyle style;
    private final StyledCsv out;
    private final List<Slot> slots = new ArrayList<>();
    private final String[] points;
    private final String badScore;

    /** Who scored: the words of the columns assessor, expert and final. */
    record Author(String assessor, String expert, String conclusion) {}

    private enum What {
        ID,
        YEAR,
        ASSESSOR,
        EXPERT,
        FINAL,
        CRITERION,
        SCORE,
        EVIDENCE,
        NOTE,
        DIRECTIONS,
        SUM
    }

    private record Slot(String field, What what, int column) {}

    /** @param fields of the form, in the order of the file */
    TableForm(Blueprint blueprint, List<String> fields, FileStyle style, StyledCsv out) {
        this.blueprint = blueprint;
        this.style = style;
        this.out = out;
        for (String field : fields) {
            slots.add(slot(field));
        }
        Scale scale = blueprint.methodology().scale();
        points = IntStream.rangeClosed(0, blueprint.columns().size() * scale.maximumUnits() + 1)
                .mapToObj(units -> plain(scale.step().multiply(BigDecimal.valueOf(units))))
                .toArray(String[]::new);
        badScore = scale.units("0,7").isEmpty()
                ? plain(new BigDecimal("0.7"))
                : plain(scale.maximum().add(scale.step()));
    }

    void header() throws IOException {
        for (Slot slot : slots) {
            out.field(style.language().heading(slot.field));
        }
        out.end();
    }

    void write(String id, int year, Author author, InventedTable table, @Nullable Flaw flaw) throws IOException {
        String ratedYear = Integer.toString(flaw != null && flaw.is(Fault.WRONG_YEAR) ? year - 1 : year);
        for (int criterion = 0; criterion < blueprint.criteria().size(); criterion++) {
            if (flaw != null && flaw.isAt(Fault.MISSING_CRITERION, criterion)) {
                continue;
            }
            line(id, ratedYear, author, table, criterion, criterion + 1, flaw);
            if (flaw != null && flaw.isAt(Fault.DUPLICATE_CRITERION, criterion)) {
                line(id, ratedYear, author, table, criterion, criterion + 1, flaw);
            }
            if (flaw != null && flaw.isAt(Fault.UNKNOWN_CRITERION, criterion)) {
                line(
                        id,
                        ratedYear,
                        author,
                        table,
                        criterion,
                        blueprint.criteria().size() + 1,
                        flaw);
            }
        }
    }

    private void line(
            String id, String year, Author author, InventedTable table, int criterion, int number, @Nullable Flaw flaw)
            throws IOException {
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            out.open();
            switch (slot.what) {
                case ID -> out.append(id);
                case YEAR -> out.append(year);
                case ASSESSOR -> out.append(author.assessor);
                case EXPERT -> out.append(author.expert);
                case FINAL -> out.append(author.conclusion);
                case CRITERION -> out.append(number);
                case SCORE -> score(table, criterion, slot.column, flaw);
                case EVIDENCE -> evidence(table, criterion, slot.column, flaw);
                case NOTE -> table.note(out, criterion, slot.column, style.language());
                case DIRECTIONS -> directions(table, criterion, flaw);
                case SUM ->
                    out.append(points[
                            table.sum(criterion) + (flaw != null && flaw.isAt(Fault.SUM_MISMATCH, criterion) ? 1 : 0)]);
            }
            out.shut();
        }
        out.end();
    }

    private void score(InventedTable table, int criterion, int column, @Nullable Flaw flaw) {
        if (flaw != null && flaw.isAt(Fault.BAD_SCORE, criterion, column)) {
            out.append(badScore);
        } else if (flaw == null || !flaw.isAt(Fault.BLANK_SCORE, criterion, column)) {
            out.append(points[table.units(criterion, column)]);
        }
    }

    private void evidence(InventedTable table, int criterion, int column, @Nullable Flaw flaw) {
        if (flaw != null && flaw.isAt(Fault.UNKNOWN_DOCUMENT, criterion, column)) {
            table.code(out, blueprint.kinds().size() + 6);
            out.append(' ').append(style.language().clause()).append("1.1");
        } else if (flaw == null || !flaw.isAt(Fault.MISSING_EVIDENCE, criterion, column)) {
            table.evidence(out, criterion, column, style);
        }
    }

    private void directions(InventedTable table, int criterion, @Nullable Flaw flaw) {
        if (flaw != null && flaw.isAt(Fault.UNKNOWN_DIRECTION, criterion)) {
            String letters = style.language().letters();
            int count = blueprint.directionCount(criterion);
            out.append(letters.charAt(Math.min(count, letters.length() - 1)));
        } else {
            table.directions(out, criterion, style.language());
        }
    }

    private Slot slot(String field) {
        What what =
                switch (field) {
                    case "inn", "id" -> What.ID;
                    case "year" -> What.YEAR;
                    case "assessor" -> What.ASSESSOR;
                    case "expert" -> What.EXPERT;
                    case "final" -> What.FINAL;
                    case "criterion" -> What.CRITERION;
                    case "directions" -> What.DIRECTIONS;
                    case "sum" -> What.SUM;
                    default ->
                        field.endsWith("_evidence") ? What.EVIDENCE : field.endsWith("_note") ? What.NOTE : What.SCORE;
                };
        int column = IntStream.range(0, blueprint.columns().size())
                .filter(index -> field.equals(blueprint.columns().get(index).heading())
                        || field.startsWith(blueprint.columns().get(index).heading() + "_"))
                .findFirst()
                .orElse(0);
        return new Slot(field, what, column);
    }

    private String plain(BigDecimal value) {
        String point = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        return point.replace('.', style.decimalMark());
    }
}
