package org.mera.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mera.methodology.Column;
import org.mera.methodology.Criterion;
import org.mera.methodology.Methodology;
import org.mera.methodology.Section;
import org.mera.ranking.Standing;
import org.mera.scoring.DecidedCell;

/** The Table filled in: columns 1 to 7 of the official form, below each criterion what its scores rest on. */
final class CompanyTable {

    private final Methodology methodology;
    private final OfficialTexts texts;
    private final Wording wording;
    private final Locale language;
    private final Measures measures;
    private final DirectionWords directions;
    private final Requisites requisites;

    CompanyTable(Papers papers, Methodology methodology, OfficialTexts texts) {
        this.methodology = methodology;
        this.texts = texts;
        this.wording = papers.wording();
        this.language = papers.language();
        this.measures = new Measures(methodology, new PaperNumbers(language));
        this.directions = new DirectionWords(wording, language);
        this.requisites = new Requisites(wording);
    }

    /**
     * What a score of a criterion rests on.
     *
     * @param fullText   the official text, or where it is to be found
     * @param directions those that the assessor marked, by letter
     * @param scores     of the criterion, by column
     * @param sum        of them: the last column of the Table
     * @param column     whose score this line is about; empty where no column of the criterion has evidence or a note
     * @param evidence   its citations, a line of text each
     * @param note       empty where there is none
     */
    record Row(
            String section,
            int criterion,
            String title,
            String fullText,
            String directions,
            List<String> scores,
            String sum,
            String column,
            String evidence,
            String note) {}

    Part part(CompanyPaper paper) {
        List<Row> rows = new ArrayList<>();
        int line = 0;
        for (Section section : methodology.sections()) {
            String heading = wording.text(
                    "table.section", section.number(), section.title().in(language));
            for (Criterion criterion : section.criteria()) {
                add(rows, heading, criterion, paper.lines().get(line++), paper);
            }
        }
        return Part.of("company-table", values(paper), rows);
    }

    private Map<String, Object> values(CompanyPaper paper) {
        List<Column> columns = methodology.columns();
        Standing standing = paper.ranked().standing();
        int first = columns.get(0).number();
        Map<String, Object> values = new HashMap<>();
        values.put("NUMBER_HEAD", heading(first - 2, wording.text("table.number")));
        values.put("CRITERION_HEAD", heading(first - 1, wording.text("table.criterion")));
        values.put(
                "COLUMN_HEADS",
                columns.stream()
                        .map(column ->
                                heading(column.number(), column.shortTitle().in(language)))
                        .toList());
        values.put("SUM_HEAD", heading(columns.get(columns.size() - 1).number() + 1, wording.text("table.sum")));
        values.put(
                "ASSESSED",
                paper.expert().isEmpty()
                        ? wording.text("company.no-expert")
                        : wording.text("company.expert", paper.expert()));
        values.put("COLUMN_TITLES", columnTitles());
        values.put(
                "MAXIMUMS",
                columns.stream()
                        .map(column -> measures.points(methodology.columnMaximum()))
                        .toList());
        values.put("MAXIMUM", measures.points(methodology.totalMaximum()));
        values.put("SUMS", measures.all(standing.columnSums()));
        values.put("SUM", measures.points(standing.total()));
        values.put("SUM_FORMULA", wording.text("table.actual-total", sumFormula()));
        values.put(
                "INDICATOR_FORMULA",
                wording.text(
                        "table.indicator-formula",
                        measures.points(standing.total()),
                        measures.points(methodology.totalMaximum()),
                        measures.indicator(standing.total())));
        values.put("INDICATOR", measures.indicator(standing.total()) + " %");
        return values;
    }

    private static String heading(int number, String words) {
        return number > 0 ? number + "\n" + words : words;
    }

    private String columnTitles() {
        List<String> titles = new ArrayList<>();
        for (Column column : methodology.columns()) {
            titles.add(wording.text(
                    "table.column-title",
                    column.number(),
                    column.shortTitle().in(language),
                    column.title().in(language)));
        }
        return String.join("\n", titles);
    }

    /** C = C3 + C4 + C5 + C6, whatever the columns are. */
    private String sumFormula() {
        return "C = "
                + String.join(
                        " + ",
                        methodology.columns().stream()
                                .map(column -> "C" + column.number())
                                .toList());
    }

    private void add(List<Row> rows, String section, Criterion criterion, CompanyPaper.Line line, CompanyPaper paper) {
        int before = rows.size();
        for (int column = 0; column < line.cells().size(); column++) {
            CompanyPaper.Cell cell = line.cells().get(column);
            List<String> notes = notes(cell, decision(paper, line, column), line.expert()[column]);
            if (!cell.isEmpty() || !notes.isEmpty()) {
                rows.add(row(
                        section,
                        criterion,
                        line,
                        label(column, line),
                        evidence(cell, paper.documents()),
                        String.join("\n", notes)));
            }
        }
        if (rows.size() == before) {
            rows.add(row(section, criterion, line, "", "", ""));
        }
    }

    private Row row(
            String section, Criterion criterion, CompanyPaper.Line line, String column, String evidence, String note) {
        return new Row(
                section,
                criterion.number(),
                criterion.title().in(language),
                texts.of(criterion.number()).orElseGet(() -> wording.text("table.full-text", criterion.number())),
                directions.letters(line, criterion),
                measures.all(line.scores()),
                measures.points(line.sum()),
                column,
                evidence,
                note);
    }

    private String label(int column, CompanyPaper.Line line) {
        Column head = methodology.columns().get(column);
        return wording.text(
                "table.cell", head.number(), head.shortTitle().in(language), measures.points(line.scores()[column]));
    }

    private Optional<DecidedCell> decision(CompanyPaper paper, CompanyPaper.Line line, int column) {
        int number = methodology.columns().get(column).number();
        return paper.decisions().stream()
                .filter(DecidedCell::standing)
                .filter(decided -> decided.decision().criterion() == line.criterion()
                        && decided.decision().column() == number)
                .findFirst();
    }

    private List<String> notes(CompanyPaper.Cell cell, Optional<DecidedCell> decided, int expert) {
        List<String> notes = new ArrayList<>();
        if (!cell.note().isEmpty()) {
            notes.add(wording.text("table.note", cell.note()));
        }
        decided.ifPresent(each -> notes.add(wording.text(
                "table.decided",
                measures.points(expert),
                measures.points(each.decision().score()),
                each.decision().protocol())));
        return notes;
    }

    /** Clauses of one document that are cited one after another follow its name once. */
    private String evidence(CompanyPaper.Cell cell, List<CompanyPaper.Document> documents) {
        List<String> lines = new ArrayList<>();
        if (!cell.text().isEmpty()) {
            lines.add(cell.text());
        }
        int last = -1;
        for (CompanyPaper.Reference reference : cell.references()) {
            String clauses = reference.clauses().replaceAll("\\s*[\\r\\n]+\\s*", "; ");
            if (reference.document() >= 0 && reference.document() == last && !clauses.isEmpty()) {
                int end = lines.size() - 1;
                lines.set(end, lines.get(end) + "; " + clauses);
            } else {
                String name = name(reference, documents);
                lines.add(clauses.isEmpty() ? name : wording.text("table.clauses", name, clauses));
            }
            last = reference.document();
        }
        return String.join("\n", lines);
    }

    private String name(CompanyPaper.Reference reference, List<CompanyPaper.Document> documents) {
        if (reference.document() < 0) {
            return reference.code();
        }
        CompanyPaper.Document document = documents.get(reference.document());
        String name = wording.text("table.document", document.code(), document.title());
        String rest = reference.first() ? requisites.besidesTitle(document) : "";
        return rest.isEmpty() ? name : name + ", " + rest;
    }
}
