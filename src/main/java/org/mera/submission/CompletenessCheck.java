package org.mera.submission;

import org.mera.csv.ProblemCode;

/** Every criterion has a line: there is no blank and no "not applicable" in the rating. */
final class CompletenessCheck implements TableCheck {

    private final TableForm form;

    CompletenessCheck(TableForm form) {
        this.form = form;
    }

    @Override
    public void check(ParsedTable table) {
        for (int criterion = 1; criterion <= form.criterionCount(); criterion++) {
            if (!table.isPresent(criterion)) {
                table.add(table.problem(ProblemCode.MISSING_CRITERION)
                        .withCriterion(criterion)
                        .withColumn("criterion"));
            }
        }
    }
}
