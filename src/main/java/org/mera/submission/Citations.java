package org.mera.submission;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the citations of a cell's evidence, each with its clauses: they reach from its code to the next citation, without the marks around them. */
final class Citations {

    private Citations() {}

    /** {@return the citations in the order of the text} */
    static List<Citation> in(String evidence, CodeIndex index) {
        CitationFinder finder = new CitationFinder();
        finder.begin(evidence.toCharArray(), 0, evidence.length(), index);
        if (!finder.next()) {
            return List.of();
        }
        List<Citation> citations = new ArrayList<>(2);
        boolean another = true;
        while (another) {
            int codeFrom = finder.codeFrom();
            int codeEnd = finder.codeEnd();
            @Nullable ParsedDocument document = finder.document();
            another = finder.next();
            int next = another ? finder.partFrom() : evidence.length();
            citations.add(citation(evidence, codeFrom, codeEnd, next, document));
        }
        return citations;
    }

    private static Citation citation(
            String text, int codeFrom, int codeEnd, int next, @Nullable ParsedDocument document) {
        int from = codeEnd;
        int end = next;
        while (from < end && isMark(text.charAt(from))) {
            from++;
        }
        while (end > from
                && (CitationFinder.isSpace(text.charAt(end - 1)) || CitationFinder.isSeparator(text.charAt(end - 1)))) {
            end--;
        }
        return new Citation(text, codeFrom, codeEnd, from, end, document);
    }

    private static boolean isMark(char c) {
        return CitationFinder.isSpace(c) || CitationFinder.isSeparator(c) || c == ':' || c == '.';
    }
}
