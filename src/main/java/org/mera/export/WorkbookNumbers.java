package org.mera.export;

import java.util.Locale;
import org.mera.methodology.Scale;

/** Numbers within the workbook's words, in the reader's notation. */
final class WorkbookNumbers {

    private WorkbookNumbers() {}

    /** {@return a score as the Table writes it: 0, 0,5, 1} */
    static String score(Scale scale, int units, Locale language) {
        String points = scale.points(units).replaceFirst("\\.0$", "");
        return language.getLanguage().equals("en") ? points : points.replace('.', ',');
    }

    /** {@return a plain number in the reader's notation} */
    static String plain(String number, Locale language) {
        return language.getLanguage().equals("en") ? number : number.replace('.', ',');
    }
}
