package org.mera.csv;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands at a file's beginning and is no record: a byte order mark, a signature, Excel's line {@code sep=;}.
 *
 * @param foreign   the variant of {@code bad-encoding} of a file that is no such text ({@code zip}, {@code utf16}), else empty
 * @param signature the bytes that say so, as {@code 0x504B0304}; else empty
 * @param length    how many bytes are no record
 * @param delimiter the one that {@code sep=} names, or 0
 */
record FileHead(String foreign, String signature, boolean hasUtf8Mark, int length, char delimiter) {

    static final FileHead NOTHING = new FileHead("", "", false, 0, (char) 0);

    /** Enough for a byte order mark and a line {@code "sep=;"} that is as wide as a Table. */
    static final int LONGEST = 48;

    private static final String UTF8_MARK = "\u00EF\u00BB\u00BF";

    /** Some programs quote the line as they quote any other, or fill it up with delimiters to the width of the table. */
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("(\"?)sep=([;,\\t])\\1\\2*(?:\\r\\n|\\r|\\n|\\z)", Pattern.CASE_INSENSITIVE);

    /** {@return the head of a file that has these bytes at its beginning} {@link #LONGEST} of them are enough. */
    static FileHead of(byte[] bytes, int end) {
        String start = new String(bytes, 0, Math.min(end, LONGEST), StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004")) {
            return foreign("zip", start.substring(0, 4));
        }
        if (start.startsWith("\u00FF\u00FE") || start.startsWith("\u00FE\u00FF")) {
            return foreign("utf16", start.substring(0, 2));
        }
        boolean marked = start.startsWith(UTF8_MARK);
        int length = marked ? UTF8_MARK.length() : 0;
        Matcher line = SEPARATOR_LINE.matcher(start).region(length, start.length());
        return line.lookingAt()
                ? new FileHead("", "", marked, line.end(), line.group(2).charAt(0))
                : new FileHead("", "", marked, length, (char) 0);
    }

    boolean isForeign() {
        return !foreign.isEmpty();
    }

    private static FileHead foreign(String variant, String signature) {
        byte[] bytes = signature.getBytes(StandardCharsets.ISO_8859_1);
        return new FileHead(
                variant, "0x" + HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT), false, 0, (char) 0);
    }
}
