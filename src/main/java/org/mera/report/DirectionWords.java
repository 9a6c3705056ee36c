package org.mera.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mera.methodology.Criterion;

/** The directions of a criterion in words: which are confirmed, which are not, which do not apply. */
final class DirectionWords {

    private static final String RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюя";
    private static final String LATIN = "abcdefghijklmnopqrstuvwxyz";

    private final Wording wording;
    private final Locale language;

    DirectionWords(Wording wording, Locale language) {
        this.wording = wording;
        this.language = language;
    }

    /** {@return the directions of a line by their letters alone} Empty where the assessor said nothing of them. */
    String letters(CompanyPaper.Line line, Criterion criterion) {
        if (!line.marked()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        add(parts, "directions.confirmed", letters(line.confirmed(), criterion));
        add(parts, "directions.not-applicable", letters(line.notApplicable(), criterion));
        return String.join("; ", parts);
    }

    /** {@return the directions of a line in full, a line of text for each state} Where the assessor marked none, all of them as they are. */
    String full(CompanyPaper.Line line, Criterion criterion) {
        long all = (1L << criterion.directions().size()) - 1;
        List<String> parts = new ArrayList<>();
        if (line.marked()) {
            add(parts, "directions.confirmed", titles(line.confirmed(), criterion));
            add(parts, "directions.unconfirmed", titles(all & ~line.confirmed() & ~line.notApplicable(), criterion));
            add(parts, "directions.not-applicable", titles(line.notApplicable(), criterion));
        } else {
            add(parts, "directions.unmarked", titles(all, criterion));
        }
        return String.join("\n", parts);
    }

    private void add(List<String> parts, String key, List<String> directions) {
        if (!directions.isEmpty()) {
            parts.add(wording.text(key, String.join(separator(directions), directions)));
        }
    }

    private static String separator(List<String> directions) {
        return directions.get(0).length() == 1 ? ", " : "; ";
    }

    private List<String> letters(long bits, Criterion criterion) {
        List<String> letters = new ArrayList<>();
        for (int i = 0; i < criterion.directions().size(); i++) {
            if ((bits >> i & 1) == 1) {
                letters.add(letter(i));
            }
        }
        return letters;
    }

    private List<String> titles(long bits, Criterion criterion) {
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < criterion.directions().size(); i++) {
            if ((bits >> i & 1) == 1) {
                titles.add(letter(i) + ") " + criterion.directions().get(i).in(language));
            }
        }
        return titles;
    }

    private String letter(int direction) {
        String alphabet = language.getLanguage().equals("en") ? LATIN : RUSSIAN;
        return direction < alphabet.length()
                ? alphabet.substring(direction, direction + 1)
                : Integer.toString(direction + 1);
    }
}
