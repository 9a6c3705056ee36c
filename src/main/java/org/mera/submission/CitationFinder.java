package org.mera.submission;

import org.jspecify.annotations.Nullable;

/**
 * Finds the citations of a cell's evidence one by one: {@code Д1 п. 3.1; Д4 разд. 2}. After a semicolon, a line break or a comma a code begins a
 * citation; any other text continues the clauses of the document before it, and before the first citation it means nothing. One serves many
 * cells, one after another; not thread-safe.
 */
final class CitationFinder {

    private char[] text = {};
    private int end;
    private int part;
    private @Nullable CodeIndex index;

    private int partFrom;
    private int codeFrom;
    private int codeEnd;
    private @Nullable ParsedDocument document;

    /** Begins with the first citation of the text that stands between two indices. */
    void begin(char[] newText, int from, int newEnd, CodeIndex newIndex) {
        text = newText;
        part = from;
        end = newEnd;
        index = newIndex;
    }

    /** {@return whether there is another citation} */
    boolean next() {
        while (part < end) {
            int from = skipBullets(part);
            int codeTo = DocumentCode.end(text, from, end);
            ParsedDocument found = null;
            boolean cites = false;
            if (codeTo > 0) {
                found = index == null ? null : index.find(text, from, codeTo);
                cites = found != null || !DocumentCode.isClause(text, from, codeTo);
            }
            int next = nextPart(Math.max(from, codeTo));
            if (cites) {
                partFrom = part;
                codeFrom = from;
                codeEnd = codeTo;
                document = found;
                part = next;
                return true;
            }
            part = next;
        }
        return false;
    }

    /** {@return where the citation begins, with the bullets before its code} */
    int partFrom() {
        return partFrom;
    }

    /** {@return where the code of the citation begins} */
    int codeFrom() {
        return codeFrom;
    }

    /** {@return where the code of the citation ends} */
    int codeEnd() {
        return codeEnd;
    }

    /** {@return what the code means to the assessor; null where it is in no list} */
    @Nullable
    ParsedDocument document() {
        return document;
    }

    /**
     * {@return whether the text between a citation's code and what follows it names a clause}
     *
     * @param from behind the code
     * @param next where the next citation begins, or the text ends
     */
    boolean isClauseBetween(int from, int next) {
        for (int i = from; i < next; i++) {
            if (isOfClause(text[i])) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether a character behind a code can only be a clause's} Marks and dashes name none. */
    static boolean isOfClause(char c) {
        return Character.isLetterOrDigit(c);
    }

    private int skipBullets(int from) {
        int i = from;
        while (i < end && isBullet(text[i])) {
            i++;
        }
        return i;
    }

    private int nextPart(int from) {
        int i = from;
        while (i < end && !isSeparator(text[i])) {
            i++;
        }
        return i + 1;
    }

    static boolean isSeparator(char c) {
        return c <= ';' && (c == ';' || c == ',' || c == '\n' || c == '\r');
    }

    static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009';
    }

    private static boolean isBullet(char c) {
        return isSpace(c) || DocumentCode.isDash(c) || c == '•' || c == '*';
    }
}
