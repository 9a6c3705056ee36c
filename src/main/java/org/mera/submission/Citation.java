package org.mera.submission;

import org.jspecify.annotations.Nullable;

/**
 * A reference to a document and perhaps to clauses of it, as it stands in a cell's evidence. It keeps places in the text, so that strings are
 * made only of what is asked for.
 *
 * @param document what the code means to the assessor; null where it is in no list
 */
record Citation(
        String evidence, int codeFrom, int codeEnd, int clauseFrom, int clauseEnd, @Nullable ParsedDocument document)
        implements CitedCell {

    @Override
    public String code() {
        return evidence.substring(codeFrom, codeEnd);
    }

    /** {@return the clauses as written} Empty where none is named. */
    String clause() {
        return evidence.substring(clauseFrom, clauseEnd);
    }

    /** {@return whether a clause is named} A dash or a dot alone names none. */
    boolean hasClause() {
        for (int i = clauseFrom; i < clauseEnd; i++) {
            if (CitationFinder.isOfClause(evidence.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
