package org.mera.submission;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mera.csv.CsvRecord;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;

/** Understands the cells of a line: its scores, and what is cited for those above 0. */
final class LineReader {

    private final TableForm form;
    private final Map<Assessor, CodeIndex> documents = new EnumMap<>(Assessor.class);
    private final List<List<Citation>> nothingCited;

    LineReader(TableForm form, DocumentLists lists) {
        this.form = form;
        for (Assessor assessor : Assessor.values()) {
            documents.put(assessor, lists.index(assessor));
        }
        nothingCited = new ArrayList<>();
        for (int column = 0; column < form.columnCount(); column++) {
            nothingCited.add(List.of());
        }
    }

    /** {@return the line of a criterion} Scores that cannot be read are added to the Table's problems. */
    ParsedLine read(ParsedTable table, String file, TableColumns columns, CsvRecord record, int criterion) {
        int[] scores = new int[form.columnCount()];
        for (int column = 0; column < scores.length; column++) {
            String text = columns.score(record, column);
            scores[column] = form.score(text);
            if (scores[column] == TableLine.UNSOUND) {
                table.add(unsound(table.problem(code(text), file, record.number()), text)
                        .withCriterion(criterion)
                        .withColumn(form.columnNumber(column)));
            }
        }
        TableLine line = new TableLine(
                file,
                record.number(),
                criterion,
                scores,
                columns.evidence(record),
                columns.notes(record),
                columns.directions(record));
        return new ParsedLine(file, table.place(), line, citations(line, table.assessor()), columns.sum(record));
    }

    private List<List<Citation>> citations(TableLine line, Assessor assessor) {
        if (!form.methodology().evidenceRequired()) {
            return nothingCited;
        }
        CodeIndex index = Objects.requireNonNull(documents.get(assessor));
        List<List<Citation>> citations = new ArrayList<>(form.columnCount());
        for (int column = 0; column < form.columnCount(); column++) {
            citations.add(
                    line.scores()[column] > 0 ? Citations.in(line.evidence().get(column), index) : List.of());
        }
        return citations;
    }

    private static ProblemCode code(String text) {
        return text.isEmpty() ? ProblemCode.BLANK_SCORE : ProblemCode.BAD_SCORE;
    }

    private Problem unsound(Problem problem, String text) {
        return problem.withValue(text).withDetails(form.scaleInWords().toArray(String[]::new));
    }
}
