package org.mera.submission;

import org.jspecify.annotations.Nullable;

/**
 * A reference to a document and perhaps to clauses of it, as it stands in a cell's evidence. It keeps places in the text, so that strings are
 * made only of what is asked for.
 *
 * @param document what the code means to the assessor; null where it is in no list
 */
record Citation(
        String evidence, int codeFrom, int codeEnd, int clauseFrom, int clauseEnd, @Nullable ParsedDocument document) {

    /** {@return the code as written} */
    String code() {
        return evidence.substring(codeFrom, codeEnd);
    }

    /** {@return the clauses as written} Empty where none is named. */
    String clause() {
        return evidence.substring(clauseFrom, clauseEnd);
    }

    boolean hasClause() {
        return clauseEnd > clauseFrom;
    }
}
