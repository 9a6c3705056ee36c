package org.mera.report;

import java.math.BigDecimal;
import java.util.Locale;
import org.mera.methodology.Scale;

/** Numbers in the reader's notation: 37,5 in Russian, 37.5 in English. */
final class PaperNumbers {

    private final Locale language;

    PaperNumbers(Locale language) {
        this.language = language;
    }

    /** {@return so many units of a scale as points with one decimal} */
    String points(Scale scale, int units) {
        return decimal(scale.points(units));
    }

    /** {@return a percentage as exact as it is given, without its sign} */
    String percent(BigDecimal percent) {
        return decimal(percent.toPlainString());
    }

    /** {@return a plain decimal with a point in the reader's notation} */
    String decimal(String plain) {
        return language.getLanguage().equals("en") ? plain : plain.replace('.', ',');
    }
}
