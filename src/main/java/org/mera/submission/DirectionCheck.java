package org.mera.submission;

import org.mera.csv.ProblemCode;

/** A line names only directions that its criterion has. */
final class DirectionCheck implements TableCheck {

    private final TableForm form;

    DirectionCheck(TableForm form) {
        this.form = form;
    }

    @Override
    public void check(ParsedTable table) {
        for (ParsedLine line : table.lines()) {
            int count = form.directionCount(line.criterion());
            for (String unknown :
                    Directions.parse(line.line().directions(), count).unknown()) {
                table.add(table.problem(ProblemCode.UNKNOWN_DIRECTION, line)
                        .withColumn("directions")
                        .withValue(unknown)
                        .withVariant(count == 0 ? "none" : "")
                        .withDetails(Integer.toString(count)));
            }
        }
    }
}
