package org.mera.csv;

import java.util.Arrays;

/**
 * Complete records in a row that begin with the same field, byte by byte, as the lines of one company do. They are found in one go and handed out
 * together, so that little is done for each of them.
 */
final class RecordRun {

    private final byte delimiter;
    private final RecordEnd end;

    private RecordEnd.Outcome outcome = RecordEnd.Outcome.NEEDS_MORE;
    private boolean foundAhead;
    private int records;
    private int length;
    private int lineEnds;
    private int firstLength;
    private int firstContentLength;

    RecordRun(char delimiter) {
        this.delimiter = (byte) delimiter;
        this.end = new RecordEnd(delimiter);
    }

    /**
     * Finds the run that begins at {@code start}. {@return whether there is one} Else {@link #outcome} says why not.
     *
     * @param limit   where what has been read ends
     * @param last    whether nothing follows {@code limit}
     * @param longest how many bytes it may have, if it has more than one record
     */
    boolean find(byte[] bytes, int start, int limit, boolean last, int longest) {
        if (!completes(bytes, start, limit, last)) {
            return false;
        }
        records = 0;
        length = 0;
        lineEnds = 0;
        firstLength = end.length();
        firstContentLength = end.contentLength();
        take();
        int prefix = longest > length ? firstFieldWithText(bytes, start) : 0;
        while (prefix > 0 && completes(bytes, start + length, limit, last)) {
            foundAhead = true;
            if (length > longest - end.length() || !isSame(bytes, start, start + length, prefix)) {
                return true;
            }
            take();
        }
        return true;
    }

    private boolean completes(byte[] bytes, int start, int limit, boolean last) {
        if (foundAhead) {
            return true;
        }
        if (start == limit) {
            return false;
        }
        outcome = end.advance(bytes, start, limit, last);
        return outcome == RecordEnd.Outcome.COMPLETE;
    }

    private void take() {
        records++;
        length += end.length();
        lineEnds += end.lineEnds();
        end.begin();
        foundAhead = false;
    }

    /** {@return the length of the first field with the delimiter behind it} 0 where there is none, or the field may be blank. */
    private int firstFieldWithText(byte[] bytes, int start) {
        int to = start + firstContentLength;
        int text = start < to && bytes[start] == '"' ? start + 1 : start;
        if (text >= to || bytes[text] <= ' ' || bytes[text] == '"') {
            return 0;
        }
        int at = text;
        while (at < to && bytes[at] != delimiter && bytes[at] != '"') {
            at++;
        }
        if (text > start) {
            at = at < to && bytes[at] == '"' ? at + 1 : to;
        }
        return at < to && bytes[at] == delimiter && at > start ? at + 1 - start : 0;
    }

    private boolean isSame(byte[] bytes, int first, int other, int prefix) {
        return prefix <= end.contentLength()
                && Arrays.equals(bytes, first, first + prefix, bytes, other, other + prefix);
    }

    /** {@return what was found where a record should begin and none was complete} */
    RecordEnd.Outcome outcome() {
        return outcome;
    }

    /** {@return the search for the end of the record behind the run} */
    RecordEnd end() {
        return end;
    }

    /** {@return how many records it has} */
    int records() {
        return records;
    }

    /** {@return the bytes of all its records, with their line ends} */
    int length() {
        return length;
    }

    /** {@return how many physical lines end in it, those inside quotes too} */
    int lineEnds() {
        return lineEnds;
    }

    /** {@return the bytes of its first record, with the line end} */
    int firstLength() {
        return firstLength;
    }

    /** {@return the bytes of its first record, without the line end} */
    int firstContentLength() {
        return firstContentLength;
    }
}
