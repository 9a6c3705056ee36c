package org.mera.submission;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.methodology.Thresholds;

/**
 * What the evidence of one Table leaves to be verified: documents of kinds that a column does not expect, years, clauses, and documents on which too
 * much rests. The thorough check and the quick one tell it of the same cells, those above 0 in the Table's order, so that both say the same.
 */
final class EvidenceWarnings {

    private final TableForm form;
    private final int year;
    private final String company;
    private final List<DocumentUse> uses = new ArrayList<>();
    private final int[] above;
    private final List<Problem> problems = new ArrayList<>(0);

    private String file = "";
    private int record;
    private int criterion;
    private int column;
    private int cells;
    private @Nullable DocumentUse only;
    private boolean alone;
    private boolean covered;
    private boolean timely;

    /** @param year the rated year */
    EvidenceWarnings(TableForm form, int year, String company) {
        this.form = form;
        this.year = year;
        this.company = company;
        above = new int[form.columnCount()];
    }

    void beginLine(String newFile, int newRecord, int newCriterion) {
        file = newFile;
        record = newRecord;
        criterion = newCriterion;
    }

    /** Begins a cell above 0. */
    void beginCell(int newColumn) {
        column = newColumn;
        above[column]++;
        cells++;
        only = null;
        alone = true;
        covered = false;
        timely = false;
    }

    /** @param document what is cited; null where the code is in no list */
    void cite(@Nullable ParsedDocument document, boolean withClause, CitedCell cell) {
        if (document == null) {
            alone = false;
            return;
        }
        DocumentUse use = document.useIn(this);
        if (!use.isFirst() && !withClause && use.isCitedByClause()) {
            problems.add(problem(ProblemCode.MISSING_CLAUSE).withValue(cell.code()));
        }
        if (!use.isExpected(column) && use.isUntoldIn(cells)) {
            problems.add(problem(ProblemCode.UNEXPECTED_KIND)
                    .withValue(cell.code())
                    .withDetails("@kind." + document.kind().orElseThrow().word()));
        }
        alone &= only == null || only == use;
        only = use;
        covered |= use.isCovering();
        timely |= !use.isLate();
    }

    /** Ends the cell. Of the years of one without a known document nothing is said. */
    void endCell(CitedCell cell) {
        if (only == null) {
            return;
        }
        if (alone) {
            only.addCell(column);
        }
        if (!covered && form.isYearBound(criterion, column)) {
            problems.add(ofYear(ProblemCode.NO_EVIDENCE_OF_YEAR, cell));
        }
        if (!timely && !form.isYearBound(column)) {
            problems.add(ofYear(ProblemCode.AFTER_RATED_YEAR, cell));
        }
    }

    /** {@return the use of a document that the Table cites for the first time} */
    DocumentUse begin(ParsedDocument document) {
        DocumentUse use = new DocumentUse(document, this, form, year);
        uses.add(use);
        return use;
    }

    /**
     * {@return all that is to be said of the Table}
     *
     * @param itsFile   that of its first line
     * @param firstLine the record of its first line
     */
    List<Problem> end(String itsFile, int firstLine) {
        List<Problem> all = new ArrayList<>(problems);
        Thresholds thresholds = form.methodology().thresholds();
        for (DocumentUse use : uses) {
            for (int i = 0; i < above.length; i++) {
                int rest = use.cells(i);
                if (rest >= thresholds.overusedCells() && 100L * rest > (long) thresholds.overusedShare() * above[i]) {
                    all.add(Problem.of(ProblemCode.OVERUSED_DOCUMENT, itsFile, firstLine)
                            .withCompany(company)
                            .withColumn(form.columnNumber(i))
                            .withValue(use.document().code())
                            .withDetails(Integer.toString(rest), Integer.toString(above[i])));
                }
            }
        }
        return all;
    }

    private Problem ofYear(ProblemCode code, CitedCell cell) {
        return problem(code).withValue(cell.evidence()).withDetails(Integer.toString(year));
    }

    private Problem problem(ProblemCode code) {
        return Problem.of(code, file, record)
                .withCompany(company)
                .withCriterion(criterion)
                .withColumn(form.columnNumber(column));
    }
}
