package org.mera.submission;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mera.csv.ProblemCode;

/** Every score above 0 cites evidence, and what it cites is in a list of documents (paragraph 2 of the Table). */
final class EvidenceCheck implements TableCheck {

    private final TableForm form;
    private final boolean documentsKnown;

    /** @param documentsKnown whether the lists of documents were read, so that a code may be called unknown */
    EvidenceCheck(TableForm form, boolean documentsKnown) {
        this.form = form;
        this.documentsKnown = documentsKnown;
    }

    @Override
    public void check(ParsedTable table) {
        if (!form.methodology().evidenceRequired()) {
            return;
        }
        for (ParsedLine line : table.lines()) {
            for (int column = 0; column < form.columnCount(); column++) {
                if (line.score(column) > 0) {
                    check(table, line, column);
                }
            }
        }
    }

    private void check(ParsedTable table, ParsedLine line, int column) {
        List<Citation> citations = line.citations().get(column);
        if (citations.isEmpty()) {
            String text = line.line().evidence().get(column);
            table.add(table.problem(ProblemCode.MISSING_EVIDENCE, line)
                    .withColumn(form.columnNumber(column))
                    .withValue(text)
                    .withVariant(Words.isNothing(text) ? "" : "uncited")
                    .withDetails(form.points(line.score(column))));
        }
        if (documentsKnown) {
            unknownDocuments(table, line, column, citations);
        }
    }

    private void unknownDocuments(ParsedTable table, ParsedLine line, int column, List<Citation> citations) {
        Set<String> said = new HashSet<>(0);
        for (Citation citation : citations) {
            if (citation.document() == null && said.add(normal(citation.code()))) {
                table.add(table.problem(ProblemCode.UNKNOWN_DOCUMENT, line)
                        .withColumn(form.columnNumber(column))
                        .withValue(citation.code()));
            }
        }
    }

    private static String normal(String code) {
        return DocumentCode.normal(code).orElse(code);
    }
}
