package org.mera.submission;

import org.mera.csv.ProblemCode;

/** Column 7 of the Table is the sum of its scores. A sum that was left out is no fault, nor is one beside a score that cannot be read. */
final class SumCheck implements TableCheck {

    private final TableForm form;

    SumCheck(TableForm form) {
        this.form = form;
    }

    @Override
    public void check(ParsedTable table) {
        for (ParsedLine line : table.lines()) {
            if (!line.sum().isEmpty()) {
                check(table, line);
            }
        }
    }

    private void check(ParsedTable table, ParsedLine line) {
        int sum = 0;
        for (int score : line.line().scores()) {
            if (score == TableLine.UNSOUND) {
                return;
            }
            sum += score;
        }
        if (form.units(line.sum()) != sum) {
            table.add(table.problem(ProblemCode.SUM_MISMATCH, line)
                    .withColumn("sum")
                    .withValue(line.sum())
                    .withDetails(form.points(sum)));
        }
    }
}
