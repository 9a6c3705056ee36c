package org.mera.submission;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.mera.csv.FieldCharacters;

/** Where the fields of a line stand in the bytes of its part. It knows the line before, whose longer fields are often the same. */
final class QuickLine {

    private static final int NOT_PLAIN = -1;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long ALL_QUOTES = ONES * '"';

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
        int end = findFields(start);
        if (end < 0 || end == bytes.length) {
            return end;
        }
        return bytes[end] == '\r' && end + 1 < bytes.length && bytes[end + 1] == '\n' ? end + 2 : end + 1;
    }

    /** {@return where the line ends, without its line end} */
    private int findFields(int start) {
        byte[] text = bytes;
        int[] begins = from;
        int[] ends = to;
        byte separator = delimiter;
        int last = begins.length - 1;
        int at = start;
        for (int field = 0; ; field++) {
            begins[field] = at;
            if (at < text.length && text[at] == '"') {
                at = behindQuoted(at + 1);
            }
            while (at < text.length && text[at] != separator && text[at] != '\n' && text[at] != '\r') {
                at++;
            }
            ends[field] = at;
            boolean lineEnds = at == text.length || text[at] != separator;
            if (lineEnds || field == last) {
                return lineEnds && field == last ? at : NOT_PLAIN;
            }
            at++;
        }
    }

    /** The scan has found every quote closed, and nothing but a delimiter or a line end behind it. */
    private int behindQuoted(int start) {
        int at = start;
        while (true) {
            at = quote(at) + 1;
            if (at == bytes.length || bytes[at] != '"') {
                return at;
            }
            at++;
        }
    }

    private int quote(int start) {
        int at = start;
        for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
            long eight = (long) LONGS.get(bytes, at) ^ ALL_QUOTES;
            // The high bit of each byte that is 0, and perhaps of some behind the first of them.
            long quotes = (eight - ONES) & ~eight & HIGH_BITS;
            if (quotes != 0) {
                return at + (Long.numberOfTrailingZeros(quotes) >> 3);
            }
        }
        while (bytes[at] != '"') {
            at++;
        }
        return at;
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

    /** {@return whether a field names a company} The lines before it all did: where it has their bytes it does too. */
    boolean names(String company, int index, FieldCharacters characters) {
        return isRepeated(index) || text(index, characters).equals(company);
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
