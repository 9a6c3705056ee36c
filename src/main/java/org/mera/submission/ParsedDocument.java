package org.mera.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Problem;
import org.mera.methodology.DocumentKind;

/** A source document as its line was understood, with what is wrong with it. */
final class ParsedDocument {

    private final String code;
    private final @Nullable SourceDocument source;
    private final boolean broken;
    private final @Nullable DocumentKind kind;
    private final @Nullable DocumentDate date;
    private final @Nullable ReportedYears years;
    private final List<Problem> problems = new ArrayList<>(0);
    private @Nullable ParsedTable citing;
    private @Nullable DocumentUse use;

    private ParsedDocument(
            String code,
            @Nullable SourceDocument source,
            boolean broken,
            @Nullable DocumentKind kind,
            @Nullable DocumentDate date,
            @Nullable ReportedYears years) {
        this.code = code;
        this.source = source;
        this.broken = broken;
        this.kind = kind;
        this.date = date;
        this.years = years;
    }

    static ParsedDocument of(SourceDocument source) {
        return of(source, false);
    }

    /** {@return what is known of a document whose line has not the fields that its header announces} Its code, nothing else. */
    static ParsedDocument broken(SourceDocument source) {
        return of(source, true);
    }

    private static ParsedDocument of(SourceDocument source, boolean broken) {
        DocumentDate date = DocumentDate.parse(source.date()).orElse(null);
        return new ParsedDocument(
                source.code(), source, broken, Words.kind(source.kind()).orElse(null), date, years(source, date));
    }

    /**
     * {@return a document of which nothing is to be said} It is known as far as citations of it need: not by its source.
     *
     * @param date  null where it bears none
     * @param years null where none are known
     */
    static ParsedDocument sound(
            String code, DocumentKind kind, @Nullable DocumentDate date, @Nullable ReportedYears years) {
        return new ParsedDocument(code, null, false, kind, date, years);
    }

    /** {@return its code as it is written} */
    String code() {
        return code;
    }

    /**
     * {@return what its line says}
     *
     * @throws IllegalStateException where it is known as far as citations need only
     */
    SourceDocument source() {
        if (source == null) {
            throw new IllegalStateException("Of " + code + " no more is known than citations need");
        }
        return source;
    }

    /** {@return whether its line has not the fields that its header announces} Nothing but its code may be relied on. */
    boolean isBroken() {
        return broken;
    }

    Optional<DocumentKind> kind() {
        return Optional.ofNullable(kind);
    }

    /** {@return whether it is expected in a column of a form} What has no kind that can be read has a fault of its own. */
    boolean isExpected(TableForm form, int column) {
        return broken || kind == null || form.expects(column, kind);
    }

    /** {@return whether a citation of it after the first names a clause} */
    boolean isCitedByClause() {
        return !broken && kind != null && kind.isCitedByClause();
    }

    /** {@return whether it may report on a year} Of one whose years cannot be read nothing is held against the cell. */
    boolean mayCover(int year) {
        return broken || years == null || years.covers(year);
    }

    /** {@return whether it is surely later than a year} It is dated after the year's end, and the first year it reports on is later. */
    boolean isAfter(int year) {
        return !broken && date != null && years != null && date.firstDay().getYear() > year && years.first() > year;
    }

    /** {@return what the evidence of a Table makes of it} Of one Table at a time, from its first citation there on. */
    DocumentUse useIn(EvidenceWarnings table) {
        if (use == null || !use.isOf(table)) {
            use = table.begin(this);
        }
        return use;
    }

    Optional<DocumentDate> date() {
        return Optional.ofNullable(date);
    }

    /** {@return its day, or the first day of its month or year} */
    Optional<LocalDate> firstDate() {
        return date().map(DocumentDate::firstDay);
    }

    /** {@return the years that it reports on: those it names, else the year of its date} Empty where they cannot be read. */
    Optional<ReportedYears> years() {
        return Optional.ofNullable(years);
    }

    /** {@return whether another Table than this was the last to ask} Spares a set the millionfold question for what it has. */
    boolean isNewTo(ParsedTable table) {
        boolean isNew = citing != table;
        citing = table;
        return isNew;
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    /** {@return what is wrong with it, each with the severity it has where the document is cited} */
    List<Problem> problems() {
        return problems;
    }

    boolean isFaulty() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /** {@return whether another line says the same of it} Dates, years and kinds are compared by meaning. */
    boolean isRepeatOf(ParsedDocument other) {
        return meaning().equals(other.meaning());
    }

    private List<String> meaning() {
        return List.of(
                kind == null ? meaning(source().kind()) : kind.word(),
                meaning(source().title()),
                meaning(source().number()),
                date == null ? meaning(source().date()) : date.toString(),
                meaning(source().issuer()),
                meaning(source().url()),
                years == null ? meaning(source().year()) : years.toString());
    }

    private static String meaning(String text) {
        return Words.isNothing(text) ? "" : Words.plain(text);
    }

    private static @Nullable ReportedYears years(SourceDocument source, @Nullable DocumentDate date) {
        if (!Words.isNothing(source.year())) {
            return ReportedYears.parse(source.year()).orElse(null);
        }
        return date == null ? null : ReportedYears.of(date.firstDay().getYear());
    }
}
