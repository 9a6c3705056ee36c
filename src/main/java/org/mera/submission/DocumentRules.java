package org.mera.submission;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.methodology.DocumentKind;
import org.mera.methodology.DocumentKind.Requisite;

/** What must be true of a source document: paragraph 2 of the Table asks for its full requisites. */
final class DocumentRules {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);

    private final LocalDate cutoff;

    /** @param cutoff the last date that a cited document may bear */
    DocumentRules(LocalDate cutoff) {
        this.cutoff = cutoff;
    }

    /**
     * Adds what is wrong with a document to it.
     *
     * @param at makes a problem of a code at the document's line
     */
    void check(ParsedDocument document, Function<ProblemCode, Problem> at) {
        checkDamage(document, at);
        checkKind(document, at);
        checkRequisites(document, at);
        checkDate(document, at);
        checkYears(document, at);
    }

    private static void checkDamage(ParsedDocument document, Function<ProblemCode, Problem> at) {
        String number = document.source().number();
        SpreadsheetDamage.in(number)
                .ifPresent(damage -> document.add(at.apply(ProblemCode.SPREADSHEET_DAMAGED)
                        .withVariant(damage.variant())
                        .withColumn("number")
                        .withValue(number)));
    }

    private static void checkKind(ParsedDocument document, Function<ProblemCode, Problem> at) {
        String kind = document.source().kind();
        if (document.kind().isEmpty()) {
            document.add(at.apply(ProblemCode.UNKNOWN_KIND)
                    .withColumn("kind")
                    .withValue(kind)
                    .withVariant(kind.isEmpty() ? "blank" : ""));
        }
    }

    private static void checkRequisites(ParsedDocument document, Function<ProblemCode, Problem> at) {
        SourceDocument source = document.source();
        if (Words.isNothing(source.title())) {
            document.add(at.apply(ProblemCode.INCOMPLETE_REQUISITES)
                    .withColumn("title")
                    .withValue(source.title())
                    .withVariant("title")
                    .withDetails(source.code()));
        }
        document.kind().ifPresent(kind -> {
            for (Requisite requisite : Requisite.values()) {
                String text = text(source, requisite);
                if (kind.requisites().contains(requisite) && Words.isNothing(text)) {
                    document.add(at.apply(ProblemCode.INCOMPLETE_REQUISITES)
                            .withColumn(requisite.field())
                            .withValue(text)
                            .withDetails(source.code(), wording(kind), "@requisite." + requisite.field()));
                }
            }
        });
    }

    private void checkDate(ParsedDocument document, Function<ProblemCode, Problem> at) {
        String text = document.source().date();
        if (Words.isNothing(text)) {
            return;
        }
        DocumentDate date = document.date().orElse(null);
        boolean mayBePartial =
                document.kind().map(DocumentKind::mayBearPartialDate).orElse(true);
        if (date == null) {
            String form = mayBePartial ? "partial-too" : "";
            document.add(badDate(text, at).withVariant(DocumentDate.isImpossible(text) ? "impossible" : form));
        } else if (date.partial() && !mayBePartial) {
            document.add(badDate(text, at)
                    .withVariant("partial")
                    .withDetails(wording(document.kind().orElseThrow())));
        } else if (date.firstDay().isAfter(cutoff)) {
            document.add(at.apply(ProblemCode.DATE_AFTER_CUTOFF)
                    .withColumn("date")
                    .withValue(text)
                    .withDetails(DAY.format(cutoff)));
        }
    }

    private static Problem badDate(String text, Function<ProblemCode, Problem> at) {
        return at.apply(ProblemCode.BAD_DATE).withColumn("date").withValue(text);
    }

    private static void checkYears(ParsedDocument document, Function<ProblemCode, Problem> at) {
        String text = document.source().year();
        if (!Words.isNothing(text) && document.years().isEmpty()) {
            document.add(at.apply(ProblemCode.BAD_DATE)
                    .withColumn(Requisite.YEAR.field())
                    .withValue(text)
                    .withVariant("year"));
        }
    }

    private static String text(SourceDocument source, Requisite requisite) {
        return switch (requisite) {
            case NUMBER -> source.number();
            case DATE -> source.date();
            case ISSUER -> source.issuer();
            case URL -> source.url();
            case YEAR -> source.year();
        };
    }

    private static String wording(DocumentKind kind) {
        return "@kind." + kind.word();
    }
}
