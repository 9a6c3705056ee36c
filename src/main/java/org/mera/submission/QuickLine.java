package org.mera.submission;

import java.util.Arrays;
import org.mera.csv.FieldCharacters;

/** Where the fields of a line stand in the bytes of its part. It knows the line before, whose longer fields are often the same. */
final class QuickLine {

    private static final int NOT_PLAIN = -1;

    private final Part part;
    private final byte[] bytes;
    private final byte delimiter;
    private int[] from;
    private int[] to;
    private int[] formerFrom;
    private int[] formerTo;
    private boolean first = true;

    QuickLine(Part part) {
        this.part = part;
        this.bytes = part.bytes();
        this.delimiter = (byte) part.delimiter();
        int fields = part.layout().columns().size();
        from = new int[fields];
        to = new int[fields];
        formerFrom = new int[fields];
        formerTo = new int[fields];
    }

    Part part() {
        return part;
    }

    byte[] bytes() {
        return bytes;
    }

    /** {@return where the next line begins} -1 where this one has not exactly the fields of its header, or is empty. */
    int find(int start) {
        first = start == 0;
        int[] spare = formerFrom;
        formerFrom = from;
        from = spare;
        spare = formerTo;
        formerTo = to;
        to = spare;
        int at = start;
        for (int field = 0; field < from.length; field++) {
            from[field] = at;
            at = fieldEnd(at);
            to[field] = at;
            boolean last = field == from.length - 1;
            if (last != isLineEnd(at)) {
                return NOT_PLAIN;
            }
            at++;
        }
        int end = at - 1;
        if (end == bytes.length) {
            return end;
        }
        return bytes[end] == '\r' && end + 1 < bytes.length && bytes[end + 1] == '\n' ? end + 2 : end + 1;
    }

    private boolean isLineEnd(int at) {
        return at >= bytes.length || bytes[at] == '\n' || bytes[at] == '\r';
    }

    private int fieldEnd(int start) {
        int at = start;
        if (at < bytes.length && bytes[at] == '"') {
            return behindQuoted(at + 1);
        }
        while (at < bytes.length) {
            byte found = bytes[at];
            if (found == delimiter || found == '\n' || found == '\r') {
                return at;
            }
            at++;
        }
        return at;
    }

    /** The scan has found every quote closed. */
    private int behindQuoted(int start) {
        int at = start;
        while (true) {
            while (bytes[at] != '"') {
                at++;
            }
            at++;
            if (at == bytes.length || bytes[at] != '"') {
                return at;
            }
            at++;
        }
    }

    /** {@return where a field begins, its quote included} Where there is no such column, fields are empty. */
    int from(int index) {
        return index < 0 ? 0 : from[index];
    }

    /** {@return where a field ends, its quote included} */
    int to(int index) {
        return index < 0 ? 0 : to[index];
    }

    boolean isEmpty(int index) {
        return index < 0 || from[index] == to[index];
    }

    /** {@return whether a field has the same bytes as in the line before} False in the first line of a part. */
    boolean isRepeated(int index) {
        return !first
                && (index < 0
                        || Arrays.equals(bytes, formerFrom[index], formerTo[index], bytes, from[index], to[index]));
    }

    /** Reads a field: unquoted, trimmed, NFC. */
    void read(int index, FieldCharacters characters) {
        characters.read(bytes, from(index), to(index), part.encoding());
    }

    /** {@return the text of a field: unquoted, trimmed, NFC} */
    String text(int index, FieldCharacters characters) {
        if (isEmpty(index)) {
            return "";
        }
        read(index, characters);
        return characters.toString();
    }
}
