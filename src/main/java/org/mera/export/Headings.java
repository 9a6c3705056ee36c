package org.mera.export;

import java.util.Locale;
import org.mera.methodology.Identification;

/** The words of headings that depend on how the rated are identified. */
public final class Headings {

    private Headings() {}

    /** {@return the heading of the identity in files that programs read} {@code inn} or {@code id}. */
    public static String identity(Identification identification) {
        return identification == Identification.INN ? "inn" : "id";
    }

    /** {@return the heading of the identity in files that people read} */
    static String identity(Identification identification, Locale language) {
        if (language.getLanguage().equals("en")) {
            return identification == Identification.INN ? "INN" : "ID";
        }
        return identification == Identification.INN ? "ИНН" : "Код";
    }
}
