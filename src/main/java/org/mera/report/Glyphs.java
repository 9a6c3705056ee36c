package org.mera.report;

import java.awt.Font;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the fonts of the papers can show. Data may hold anything; a character that no font has would vanish without a trace. */
final class Glyphs {

    private static final char BOX = '\u25a1';

    private final List<Font> fonts;
    private final Map<Integer, Boolean> known = new ConcurrentHashMap<>();

    Glyphs(List<Font> fonts) {
        this.fonts = List.copyOf(fonts);
    }

    /** {@return the text as it can be printed} A box stands for what no font has; line ends are one character; other controls are spaces. */
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
            if (c == '\r') {
                if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
                    printable.append('\n');
                }
            } else if (c == '\n') {
                printable.append('\n');
            } else if (Character.isISOControl(c)) {
                printable.append(' ');
            } else if (known.computeIfAbsent(c, this::isInAFont)) {
                printable.appendCodePoint(c);
            } else {
                printable.append(BOX);
            }
        }
        return printable.toString();
    }

    /** Letters that every font of a Russian paper has: nearly all text is made of them alone. */
    private static boolean isPlain(char c) {
        return (c >= ' ' && c < 127) || (c >= '\u0410' && c <= '\u044f') || c == '\u0451';
    }

    private boolean isInAFont(int c) {
        return fonts.stream().anyMatch(font -> font.canDisplay(c));
    }
}
