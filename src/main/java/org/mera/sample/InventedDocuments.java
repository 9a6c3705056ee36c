package org.mera.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.methodology.DocumentKind;
import org.mera.methodology.DocumentKind.Requisite;

/** Writes the invented source documents of companies: all dated before the March that follows the rated year. */
final class InventedDocuments {

    private final Blueprint blueprint;
    private final List<String> fields;
    private final FileStyle style;
    private final StyledCsv out;
    private final int ratedYear;
    private final Dice dice = new Dice(0);

    /** @param fields of the form, in the order of the file */
    InventedDocuments(Blueprint blueprint, List<String> fields, FileStyle style, StyledCsv out, int ratedYear) {
        this.blueprint = blueprint;
        this.fields = List.copyOf(fields);
        this.style = style;
        this.out = out;
        this.ratedYear = ratedYear;
    }

    void header() throws IOException {
        for (String field : fields) {
            out.field(style.language().headingOfDocuments(field));
        }
        out.end();
    }

    /**
     * Writes the list of a company.
     *
     * @param assessor whose list it is; empty for the company's
     * @param faulty   the index of the document that has the fault, where it is one of documents
     */
    void write(String id, String assessor, String codePrefix, long seed, @Nullable Fault fault, int faulty)
            throws IOException {
        int ofItsKind = 0;
        for (int document = 0; document < blueprint.kinds().size(); document++) {
            DocumentKind kind = blueprint.kinds().get(document);
            ofItsKind = document > 0 && blueprint.kinds().get(document - 1) == kind ? ofItsKind + 1 : 0;
            Requisites requisites = invent(kind, ofItsKind, document, Dice.seed(seed, document));
            if (document == faulty && fault != null) {
                requisites = requisites.with(fault, style.language());
            }
            line(id, assessor, codePrefix + (document + 1), requisites);
        }
    }

    private void line(String id, String assessor, String code, Requisites requisites) throws IOException {
        for (String field : fields) {
            out.field(
                    switch (field) {
                        case "assessor" -> assessor;
                        case "document" -> code;
                        case "kind" -> requisites.kind;
                        case "title" -> requisites.title;
                        case "number" -> requisites.number;
                        case "date" -> requisites.date;
                        case "issuer" -> requisites.issuer;
                        case "url" -> requisites.url;
                        case "year" -> requisites.year;
                        default -> id;
                    });
        }
        out.end();
    }

    private Requisites invent(DocumentKind kind, int ofItsKind, int document, long seed) {
        dice.restart(seed);
        DocumentWords words = DocumentWords.of(kind, ofItsKind, style.language());
        LocalDate date = date(kind);
        return new Requisites(
                style.language().kind(kind),
                words.title().replace("{year}", Integer.toString(ratedYear)),
                kind.requisites().contains(Requisite.NUMBER) ? number(words) : "",
                kind.mayBearPartialDate() && dice.chance(25) ? month(date) : day(date),
                kind.requisites().contains(Requisite.ISSUER) ? words.issuer() : "",
                kind == DocumentKind.PUBLICATION
                        ? "https://example.org/" + Long.toHexString(seed >>> 44) + "/d" + (document + 1)
                        : "",
                year(kind));
    }

    private LocalDate date(DocumentKind kind) {
        return switch (kind) {
            case RESOLUTION, RISK_REGISTER, PUBLICATION, RECORD -> day(ratedYear, 1, 12);
            case PLAN -> day(ratedYear - 1, 11, 12);
            case REPORT, ANNUAL_REPORT, NON_FINANCIAL_REPORT -> day(ratedYear + 1, 1, 2);
            case ORDER, CONTRACT -> day(ratedYear - dice.below(2), 1, 12);
            default -> day(ratedYear - dice.below(5), 1, 12);
        };
    }

    private LocalDate day(int year, int firstMonth, int lastMonth) {
        return LocalDate.of(year, dice.between(firstMonth, lastMonth), dice.between(1, 28));
    }

    private String year(DocumentKind kind) {
        return switch (kind) {
            case PLAN, REPORT, ANNUAL_REPORT -> Integer.toString(ratedYear);
            case NON_FINANCIAL_REPORT ->
                dice.chance(25) ? ratedYear - 1 + "-" + ratedYear : Integer.toString(ratedYear);
            default -> "";
        };
    }

    private String number(DocumentWords words) {
        return dice.chance(6) && style.language() == Language.RUSSIAN
                ? "б/н"
                : dice.between(1, 480) + words.numberSuffix();
    }

    private String day(LocalDate date) {
        return style.language() == Language.RUSSIAN
                ? twoDigits(date.getDayOfMonth()) + "." + month(date)
                : date.toString();
    }

    private static String month(LocalDate date) {
        return twoDigits(date.getMonthValue()) + "." + date.getYear();
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private record Requisites(
            String kind, String title, String number, String date, String issuer, String url, String year) {

        Requisites with(Fault fault, Language language) {
            boolean russian = language == Language.RUSSIAN;
            return switch (fault) {
                case BAD_DATE ->
                    new Requisites(kind, title, number, russian ? "31.02.2024" : "2024-02-31", issuer, url, year);
                case UNKNOWN_KIND ->
                    new Requisites(russian ? "служебная записка" : "memo", title, number, date, issuer, url, year);
                case INCOMPLETE_REQUISITES -> new Requisites(kind, title, number, "", issuer, url, year);
                default -> this;
            };
        }
    }
}
