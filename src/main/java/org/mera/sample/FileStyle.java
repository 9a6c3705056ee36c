package org.mera.sample;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a program or a person writes a file.
 *
 * @param citationBreak what stands between two citations of a cell
 */
record FileStyle(
        Charset charset,
        boolean bom,
        char delimiter,
        String lineEnd,
        char decimalMark,
        Language language,
        String citationBreak) {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

    /** Russian Excel's «CSV (разделители — запятые)». */
    static final FileStyle EXCEL = new FileStyle(WINDOWS_1251, false, ';', "\r\n", ',', Language.RUSSIAN, "; ");

    /** Russian Excel's «CSV UTF-8». */
    static final FileStyle EXCEL_UTF_8 =
            new FileStyle(StandardCharsets.UTF_8, true, ';', "\r\n", ',', Language.RUSSIAN, "; ");

    /** Another program's Russian CSV: no byte order mark, LF. */
    static final FileStyle PLAIN = new FileStyle(StandardCharsets.UTF_8, false, ';', "\n", ',', Language.RUSSIAN, "; ");

    /** What the rest of the world calls CSV. */
    static final FileStyle ENGLISH =
            new FileStyle(StandardCharsets.UTF_8, false, ',', "\n", '.', Language.ENGLISH, "; ");

    FileStyle with(char otherDelimiter) {
        return new FileStyle(charset, bom, otherDelimiter, lineEnd, decimalMark, language, citationBreak);
    }

    /** {@return this style with each citation on a line of its own within the cell} Excel breaks lines in cells by LF. */
    FileStyle withLineBreaks() {
        return new FileStyle(charset, bom, delimiter, lineEnd, decimalMark, language, "\n");
    }
}
