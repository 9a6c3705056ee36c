package org.mera.csv;

import java.util.HexFormat;

/** The problems of a file as a whole. Byte positions in them count from 1. */
final class ScanFaults {

    private static final int EXCERPT = 80;

    private ScanFaults() {}

    /** A file of another kind altogether, known by its signature. */
    static Problem foreign(FileHead head) {
        return badEncoding(1, 0, head.signature()).withVariant(head.foreign());
    }

    static Problem nul(int line, long offset) {
        return badEncoding(line, offset, hex(0)).withVariant("nul");
    }

    /** In UTF-16 without a mark delimiters, digits and spaces have a NUL beside them: many NULs, but no more than half of the bytes. */
    static Problem nulOrUtf16(Problem nul, long nuls, long size) {
        return nuls * 16 >= size && nuls * 2 <= size ? nul.withVariant("utf16") : nul;
    }

    static Problem notUtf8(int line, long offset, int found) {
        return badEncoding(line, offset, hex(found));
    }

    static Problem notWindows1251(int line, long offset) {
        return badEncoding(line, offset, hex(0x98)).withVariant("windows-1251");
    }

    /** A file in which no record has text. */
    static Problem empty() {
        return Problem.of(ProblemCode.UNKNOWN_HEADER, "", 1).withVariant("empty");
    }

    /** The fault for which the window's record has no end, at the line where its quote opened. */
    static Problem malformed(RecordEnd.Outcome outcome, RecordEnd end, Window window, TextEncoding encoding) {
        int here = window.start() + end.position();
        int from = window.start() + (end.hasOpenQuote() ? end.openingQuote() : 0);
        Problem problem = Problem.of(ProblemCode.MALFORMED_CSV, "", window.lineAt(from));
        return switch (outcome) {
            case UNCLOSED_QUOTE -> problem.withValue(window.excerpt(from, Math.min(here, from + EXCERPT), encoding));
            case TOO_LONG ->
                problem.withVariant("too-long")
                        .withValue(window.excerpt(from, Math.min(here, from + EXCERPT), encoding));
            case TEXT_AFTER_QUOTE ->
                problem.withVariant("text-after-quote")
                        .withValue(window.excerpt(
                                Math.max(from, here - EXCERPT),
                                end.endOfText(
                                        window.bytes(), here, Math.min(window.end(), here + RecordEnd.LOOK_AHEAD)),
                                encoding))
                        .withDetails(Integer.toString(window.lineAt(here)));
            case COMPLETE, NEEDS_MORE -> throw new IllegalArgumentException(outcome + " is no fault");
        };
    }

    private static Problem badEncoding(int line, long offset, String value) {
        return Problem.of(ProblemCode.BAD_ENCODING, "", line).withValue(value).withDetails(Long.toString(offset + 1));
    }

    private static String hex(int found) {
        return "0x" + HexFormat.of().withUpperCase().toHexDigits((byte) found);
    }
}
