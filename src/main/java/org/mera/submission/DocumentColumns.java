package org.mera.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.csv.CsvRecord;
import org.mera.methodology.DocumentKind;
import org.mera.methodology.DocumentKind.Requisite;

/** Where the fields of the form documents stand in a file; -1 where it has no such column. */
record DocumentColumns(
        List<String> names,
        int assessor,
        int document,
        int kind,
        int title,
        int number,
        int date,
        int issuer,
        int url,
        int year) {

    static DocumentColumns of(Layout layout) {
        return new DocumentColumns(
                layout.columns(),
                layout.indexOf("assessor"),
                layout.indexOf("document"),
                layout.indexOf("kind"),
                layout.indexOf("title"),
                layout.indexOf("number"),
                layout.indexOf("date"),
                layout.indexOf("issuer"),
                layout.indexOf("url"),
                layout.indexOf("year"));
    }

    /** {@return the index of a requisite} */
    int of(Requisite requisite) {
        return switch (requisite) {
            case NUMBER -> number;
            case DATE -> date;
            case ISSUER -> issuer;
            case URL -> url;
            case YEAR -> year;
        };
    }

    String assessor(CsvRecord line) {
        return field(line, assessor);
    }

    SourceDocument source(String file, CsvRecord line, Assessor list) {
        return new SourceDocument(
                file,
                line.number(),
                list,
                !assessor(line).isEmpty(),
                field(line, document),
                field(line, kind),
                field(line, title),
                field(line, number),
                field(line, date),
                field(line, issuer),
                field(line, url),
                field(line, year));
    }

    /** {@return whether a record has the fields that its header announces} A requisite may be missing at its end where its kind needs none. */
    boolean isComplete(CsvRecord line) {
        if (line.fields().size() == names.size()) {
            return true;
        }
        DocumentKind itsKind = Words.kind(field(line, kind)).orElse(null);
        return CompanyRecords.isComplete(line.fields(), names, column -> mayBeEmpty(column, itsKind));
    }

    private static boolean mayBeEmpty(String column, @Nullable DocumentKind kind) {
        return switch (column) {
            case "inn", "id", "document", "kind", "title", "date" -> false;
            case "number" -> kind != null && !kind.requisites().contains(Requisite.NUMBER);
            case "issuer" -> kind != null && !kind.requisites().contains(Requisite.ISSUER);
            default -> true;
        };
    }

    private static String field(CsvRecord line, int index) {
        return CompanyRecords.field(line.fields(), index);
    }
}
