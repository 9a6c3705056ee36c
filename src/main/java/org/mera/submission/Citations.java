package org.mera.submission;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the citations of a cell's evidence: {@code Д1 п. 3.1; Д4 разд. 2}. After a semicolon, a line break or a comma a code begins a citation;
 * any other text continues the clauses of the document before it, and before the first citation it means nothing.
 */
final class Citations {

    private Citations() {}

    /** {@return the citations in the order of the text} */
    static List<Citation> in(String evidence, CodeIndex index) {
        List<Citation> citations = List.of();
        int openFrom = -1;
        int openEnd = 0;
        @Nullable ParsedDocument open = null;
        int part = 0;
        while (part < evidence.length()) {
            int from = skipBullets(evidence, part);
            int end = DocumentCode.end(evidence, from);
            if (end > 0) {
                ParsedDocument document = index.find(evidence, from, end);
                if (document != null || !DocumentCode.isClause(evidence, from, end)) {
                    if (openFrom < 0) {
                        citations = new ArrayList<>(2);
                    } else {
                        citations.add(citation(evidence, openFrom, openEnd, part, open));
                    }
                    openFrom = from;
                    openEnd = end;
                    open = document;
                }
            }
            part = nextPart(evidence, Math.max(from, end));
        }
        if (openFrom >= 0) {
            citations.add(citation(evidence, openFrom, openEnd, evidence.length(), open));
        }
        return citations;
    }

    private static int skipBullets(String text, int from) {
        int i = from;
        while (i < text.length() && isBullet(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int nextPart(String text, int from) {
        int i = from;
        while (i < text.length() && !isSeparator(text.charAt(i))) {
            i++;
        }
        return i + 1;
    }

    /** The clauses reach from the code to the next citation, without the marks around them. */
    private static Citation citation(
            String text, int codeFrom, int codeEnd, int next, @Nullable ParsedDocument document) {
        int from = codeEnd;
        int end = next;
        while (from < end && isMark(text.charAt(from))) {
            from++;
        }
        while (end > from && (isSpace(text.charAt(end - 1)) || isSeparator(text.charAt(end - 1)))) {
            end--;
        }
        return new Citation(text, codeFrom, codeEnd, from, end, document);
    }

    private static boolean isMark(char c) {
        return isSpace(c) || isSeparator(c) || c == ':' || c == '.';
    }

    private static boolean isSeparator(char c) {
        return c <= ';' && (c == ';' || c == ',' || c == '\n' || c == '\r');
    }

    private static boolean isBullet(char c) {
        return isSpace(c) || DocumentCode.isDash(c) || c == '•' || c == '*';
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009';
    }
}
