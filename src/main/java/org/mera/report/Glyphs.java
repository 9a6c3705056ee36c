package org.mera.report;

import java.awt.Font;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the fonts of the papers can show. Data may hold anything; a character that no font has would vanish without a trace. */
final class Glyphs {

    private static final char BOX = '\u25a1';
    private static final char LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';

    private final List<Font> fonts;
    private final Map<Integer, Boolean> known = new ConcurrentHashMap<>();

    Glyphs(List<Font> fonts) {
        this.fonts = List.copyOf(fonts);
    }

    /**
     * {@return the text as it can be printed} A box stands for what no font has; line ends are one character; other controls are spaces. Characters
     * that only say how others are to be set (byte order marks, soft hyphens, joiners) are left out: PDF/A forbids some of them.
     */
    String printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\n' && !isPlain(c)) {
                return replaced(text, i);
            }
        }
        return text;
    }

    private String replaced(String text, int from) {
        StringBuilder printable = new StringBuilder(text.length()).append(text, 0, from);
        int c;
        for (int i = from; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            boolean endsLineBefore = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
            if (!endsLineBefore && Character.getType(c) != Character.FORMAT) {
                printable.appendCodePoint(printable(c));
            }
        }
        return printable.toString();
    }

    private int printable(int c) {
        if (c == '\n' || c == '\r' || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR) {
            return '\n';
        }
        if (Character.isISOControl(c)) {
            return ' ';
        }
        return known.computeIfAbsent(c, this::isInAFont) ? c : BOX;
    }

    /** Letters that every font of a Russian paper has: nearly all text is made of them alone. */
    private static boolean isPlain(char c) {
        return (c >= ' ' && c < 127) || (c >= '\u0410' && c <= '\u044f') || c == '\u0451';
    }

    private boolean isInAFont(int c) {
        return fonts.stream().anyMatch(font -> font.canDisplay(c));
    }
}
