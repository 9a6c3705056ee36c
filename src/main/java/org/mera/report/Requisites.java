package org.mera.report;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mera.methodology.DocumentKind;

/** How a source document is named: with its requisites where it is cited first, afterwards by its title alone (the Table's rule 2). */
final class Requisites {

    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Wording wording;

    Requisites(Wording wording) {
        this.wording = wording;
    }

    /** {@return title, number, date, issuer, reported year and address} What is not given is left out. */
    String full(CompanyPaper.Document document) {
        List<String> parts = new ArrayList<>();
        parts.add(document.title() + numberAndDate(document));
        add(parts, "document.issuer", document.issuer());
        add(parts, "document.year", document.year());
        add(parts, "document.url", document.url());
        return String.join(", ", parts);
    }

    /** {@return the same without the title} */
    String besidesTitle(CompanyPaper.Document document) {
        String full = full(document).substring(document.title().length());
        return full.replaceFirst("^[ ,]+", "");
    }

    /** {@return the word for a document's kind} Empty where the kind is unknown. */
    String kind(CompanyPaper.Document document) {
        DocumentKind kind = document.kind();
        return kind == null ? "" : wording.text("kind." + kind.word());
    }

    private String numberAndDate(CompanyPaper.Document document) {
        StringBuilder text = new StringBuilder();
        if (!document.number().isEmpty()) {
            boolean counted = document.number().chars().anyMatch(Character::isDigit);
            text.append(' ').append(counted ? wording.text("document.number", document.number()) : document.number());
        }
        if (!document.date().isEmpty()) {
            text.append(' ').append(wording.text("document.date", date(document.date())));
        }
        return text.toString();
    }

    private void add(List<String> parts, String key, String value) {
        if (!value.isEmpty()) {
            parts.add(wording.text(key, value));
        }
    }

    /** A date is written as it was handed in, except that the form of computers becomes the reader's. */
    private String date(String written) {
        if (!ISO_DATE.matcher(written).matches()) {
            return written;
        }
        try {
            return wording.date(LocalDate.parse(written));
        } catch (DateTimeParseException noSuchDay) {
            return written;
        }
    }
}
