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
        TEXT("@", false),
        /** A text that may need several lines. */
        LONG_TEXT("@", true),
        WHOLE("0", false),
        /** A number that may be below 0: a rise bears its sign. */
        CHANGE("+0;-0;0", false),
        POINTS("0.0", false),
        TWO_DECIMALS("0.00", false),
        /** Numbers and texts as they come. */
        MIXED("General", true);

        private final String pattern;
        private final boolean wrapped;

        Format(String pattern, boolean wrapped) {
            this.pattern = pattern;
            this.wrapped = wrapped;
        }

        String pattern() {
            return pattern;
        }

        boolean wrapped() {
            return wrapped;
        }

        boolean number() {
            return this == WHOLE || this == CHANGE || this == POINTS || this == TWO_DECIMALS;
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
        return new WorkbookColumn(heading, 11, Format.POINTS);
    }

    static WorkbookColumn twoDecimals(String heading) {
        return new WorkbookColumn(heading, 13, Format.TWO_DECIMALS);
    }
}
