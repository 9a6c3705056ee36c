package org.mera.export;

/** How a text breaks into the lines of a cell. */
final class WrappedText {

    private WrappedText() {}

    /**
     * {@return about how many lines a text takes} It breaks between words, and within a word that is longer than a line.
     *
     * @param width of a line, in characters
     */
    static int lines(String text, double width) {
        int lines = 0;
        for (String paragraph : text.split("\\R", -1)) {
            lines += linesOf(paragraph, width);
        }
        return lines;
    }

    private static int linesOf(String paragraph, double width) {
        int lines = 1;
        double used = 0;
        for (String word : paragraph.split(" ", -1)) {
            int length = word.length();
            if (used > 0 && used + 1 + length > width) {
                lines++;
                used = 0;
            }
            used += (used > 0 ? 1 : 0) + length;
            while (used > width) {
                lines++;
                used -= width;
            }
        }
        return lines;
    }
}
