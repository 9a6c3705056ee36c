package org.mera.export;

/**
 * A column of a sheet.
 *
 * @param heading in the reader's language
 * @param width   in characters
 * @param format  of its cells
 */
record WorkbookColumn(String heading, int width, Format format) {

    /** How a column's cells are laid out. */
    enum Format {
        /** A short text, such as a code. */
        TEXT("@", false, "left"),
        /** A text that may need several lines. */
        LONG_TEXT("@", true, "left"),
        WHOLE("0", false, "right"),
        /** A number that may be below 0: a rise bears its sign. */
        CHANGE("+0;-0;0", false, "right"),
        POINTS("0.0", false, "right"),
        TWO_DECIMALS("0.00", false, "right"),
        /** Numbers and texts as they come. */
        MIXED("General", true, "left");

        private final String pattern;
        private final boolean wrapped;
        private final String alignment;

        Format(String pattern, boolean wrapped, String alignment) {
            this.pattern = pattern;
            this.wrapped = wrapped;
            this.alignment = alignment;
        }

        String pattern() {
            return pattern;
        }

        boolean wrapped() {
            return wrapped;
        }

        String alignment() {
            return alignment;
        }
    }

    static WorkbookColumn text(String heading, int width) {
        return new WorkbookColumn(heading, width, Format.TEXT);
    }

    static WorkbookColumn longText(String heading, int width) {
        return new WorkbookColumn(heading, width, Format.LONG_TEXT);
    }

    static WorkbookColumn whole(String heading, int width) {
        return new WorkbookColumn(heading, width, Format.WHOLE);
    }

    static WorkbookColumn points(String heading) {
        return new WorkbookColumn(heading, 10, Format.POINTS);
    }

    static WorkbookColumn twoDecimals(String heading) {
        return new WorkbookColumn(heading, 12, Format.TWO_DECIMALS);
    }
}
