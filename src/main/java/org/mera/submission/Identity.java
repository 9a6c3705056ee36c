package org.mera.submission;

import java.util.Optional;
import org.mera.company.Inn;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.methodology.Identification;

/** Reads from a record whose it is: by INN, or by a code. */
final class Identity {

    private static final int LONGEST_CODE = 40;

    private final Identification identification;
    private final FormField field;

    Identity(Identification identification) {
        this.identification = identification;
        field = FormColumns.identity(identification);
    }

    /** {@return the canonical name of the field that identifies} */
    String field() {
        return field.name();
    }

    /**
     * {@return the company that a text names} An INN with its dropped zero put back, or a code with one plain space or hyphen where a word
     * processor put its own; empty where it is neither.
     */
    Optional<String> parse(String text) {
        if (identification == Identification.INN) {
            return Inn.parse(text);
        }
        String code = Words.withPlainGaps(text);
        return code.isEmpty() || code.codePointCount(0, code.length()) > LONGEST_CODE || isHeading(code)
                ? Optional.empty()
                : Optional.of(code);
    }

    /** Files that were joined have the header again in their middle: it must not become a company of the name «Код». */
    private boolean isHeading(String text) {
        String plain = Words.plain(text);
        return field.words().stream().anyMatch(word -> plain.equals(Words.plain(word)));
    }

    /** {@return the problem {@code bad-inn} of a record whose text names nobody} */
    Problem bad(String file, int line, String text) {
        return Problem.of(ProblemCode.BAD_INN, file, line)
                .withColumn(field())
                .withValue(text)
                .withVariant(variant(text));
    }

    private String variant(String text) {
        if (isHeading(text)) {
            return "header";
        }
        if (identification == Identification.CODE) {
            return text.isEmpty() ? "no-code" : "long-code";
        }
        if (text.isEmpty()) {
            return "blank";
        }
        return isScientific(text) ? "damaged" : "";
    }

    /** {@return whether a spreadsheet has made a power of ten of a long number: {@code 7,7E+11}} The last digits are lost then. */
    static boolean isScientific(String text) {
        int i = digits(text, 0);
        if (i == 0) {
            return false;
        }
        if (i < text.length() && (text.charAt(i) == ',' || text.charAt(i) == '.')) {
            i = digits(text, i + 1);
        }
        // Е of the Cyrillic keyboard is taken too.
        if (i >= text.length() || "EeЕе".indexOf(text.charAt(i)) < 0) {
            return false;
        }
        i++;
        if (i < text.length() && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
            i++;
        }
        return i < text.length() && digits(text, i) == text.length();
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }
}
