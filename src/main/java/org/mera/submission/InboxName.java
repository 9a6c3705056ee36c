package org.mera.submission;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** The names that files from outside may have in an inbox: such as every file system, spreadsheet and shell takes, and none that leads elsewhere. */
public final class InboxName {

    /** The longest name, in characters: twice as many bytes in Russian, which every file system takes. */
    public static final int LONGEST = 120;

    private static final String SIGNS = " -_.,()+№";
    private static final String ENDING = ".csv";

    private InboxName() {}

    /** {@return the name as it is stored (NFC)} Empty where it is none. */
    public static Optional<String> of(String given) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC);
        return isSound(name) && isReadByRuns(name) ? Optional.of(name) : Optional.empty();
    }

    /** {@return a name that is sound, whatever was given} For files that nobody stores: only the last part counts, and an underscore stands for what may not be there. */
    public static String cleaned(String given) {
        String whole = Normalizer.normalize(given, Normalizer.Form.NFC);
        String last = whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1);
        StringBuilder name = new StringBuilder();
        last.codePoints().map(c -> isAllowed(c) ? c : '_').forEach(name::appendCodePoint);
        while (!name.isEmpty() && (name.charAt(0) == '.' || name.charAt(0) == ' ')) {
            name.deleteCharAt(0);
        }
        if (name.length() > LONGEST) {
            int from = name.length() - LONGEST;
            name.delete(0, Character.isLowSurrogate(name.charAt(from)) ? from + 1 : from);
        }
        return name.isEmpty() ? "file" + ENDING : name.toString();
    }

    private static boolean isSound(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && name.charAt(0) != '.'
                && name.charAt(0) != ' '
                && name.codePoints().allMatch(InboxName::isAllowed);
    }

    /** What a run would pass by is not taken. */
    private static boolean isReadByRuns(String name) {
        return name.length() > ENDING.length() && name.toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    private static boolean isAllowed(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || SIGNS.indexOf(c) >= 0;
    }
}
