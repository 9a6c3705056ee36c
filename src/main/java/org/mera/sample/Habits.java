package org.mera.sample;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people and their programs do to the text of a file. */
final class Habits {

    private Habits() {}

    static String decimalsOfAllSorts(String text) {
        int whole = text.lastIndexOf(";1;");
        return replaceFirst(text.substring(0, whole) + ";1,0;" + text.substring(whole + 3), ";0,5;", ";0,50;");
    }

    static String upperCaseHeader(String text) {
        int end = text.indexOf('\n');
        return text.substring(0, end).toUpperCase(Language.RUSSIAN.locale()) + text.substring(end);
    }

    static String lineWith(String text, String mark) {
        return text.lines().filter(line -> line.contains(mark)).findFirst().orElseThrow() + "\r\n";
    }

    /** Replaces what must be there: an example that has lost its oddity is no example. */
    static String replaceFirst(String text, String pattern, String replacement) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("The example has no «" + pattern + "» to replace");
        }
        return matcher.replaceFirst(replacement);
    }
}
