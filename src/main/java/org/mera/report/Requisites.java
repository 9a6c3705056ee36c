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

    /** {@return number and date, issuer, reported year and address} What is not given is left out. */
    String besidesTitle(CompanyPaper.Document document) {
        List<String> parts = new ArrayList<>();
        String numberAndDate = numberAndDate(document);
        if (!numberAndDate.isEmpty()) {
            parts.add(numberAndDate);
        }
        add(parts, "document.issuer", document.issuer());
        add(parts, "document.year", document.year());
        add(parts, "document.url", document.url());
        return String.join(", ", parts);
    }

    /** {@return the word for a document's kind} Empty where the kind is unknown. */
    String kind(CompanyPaper.Document document) {
        DocumentKind kind = document.kind();
        return kind == null ? "" : wording.text("kind." + kind.word());
    }

    /** A number without a digit is none: б/н. */
    private String numberAndDate(CompanyPaper.Document document) {
        List<String> parts = new ArrayList<>();
        String number = document.number();
        if (!number.isEmpty()) {
            boolean counted = number.chars().anyMatch(Character::isDigit);
            parts.add(counted ? wording.text("document.number", number) : number);
        }
        if (!document.date().isEmpty()) {
            parts.add(wording.text("document.date", date(document.date())));
        }
        return String.join(" ", parts);
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
