package org.mera.export;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.mera.csv.Problem;

/** The problems in the order of problems.csv, on as many sheets as they need. */
final class WorkbookProblems {

    /** Begins a sheet. */
    @FunctionalInterface
    interface NewSheet {
        WorkbookSheet of(String name, int frozen, List<WorkbookColumn> columns);
    }

    private final WorkbookWording wording;
    private final Function<Problem, String> sentences;
    private final NewSheet newSheet;
    private final List<WorkbookColumn> columns;
    private final int rowsOfASheet;
    private long problems;
    private int sheets;

    WorkbookProblems(
            WorkbookWording wording,
            Function<Problem, String> sentences,
            NewSheet newSheet,
            String identity,
            int rowsOfASheet) {
        this.wording = wording;
        this.sentences = sentences;
        this.newSheet = newSheet;
        this.rowsOfASheet = rowsOfASheet;
        this.columns = List.of(
                WorkbookColumn.longText(wording.of("file"), 30),
                WorkbookColumn.whole(wording.of("line"), 8),
                WorkbookColumn.text(identity, 14),
                WorkbookColumn.whole(wording.of("criterion"), 11),
                WorkbookColumn.text(wording.of("column-or-field"), 12),
                WorkbookColumn.text(wording.of("severity"), 20),
                WorkbookColumn.text(wording.of("code"), 23),
                WorkbookColumn.longText(wording.of("value"), 28),
                WorkbookColumn.longText(wording.of("message"), 70));
    }

    long problems() {
        return problems;
    }

    int sheets() {
        return sheets;
    }

    /** Writes all; without any there is a sheet with the header alone. */
    void write(Iterator<Problem> inOrder) throws IOException {
        do {
            sheets++;
            String name = sheets == 1 ? wording.of("sheet.problems") : wording.of("sheet.problems.more", sheets);
            try (WorkbookSheet sheet = newSheet.of(name, 0, columns)) {
                while (inOrder.hasNext() && sheet.rows() < rowsOfASheet) {
                    row(sheet, inOrder.next());
                    problems++;
                }
            }
        } while (inOrder.hasNext());
    }

    private void row(WorkbookSheet sheet, Problem problem) throws IOException {
        sheet.text(problem.file());
        // A file that could not be opened has no line.
        sheet.number(problem.line() > 0 ? Integer.toString(problem.line()) : "");
        Integer criterion = problem.criterion();
        sheet.text(problem.company())
                .number(criterion == null ? "" : criterion.toString())
                .text(problem.column())
                .text(wording.of("severity." + problem.severity().word()))
                .text(problem.code().code())
                .text(problem.value())
                .text(sentences.apply(problem))
                .end();
    }
}
