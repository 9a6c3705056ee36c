package org.mera.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mera.batch.CompanyRating;
import org.mera.methodology.Column;
import org.mera.methodology.Criterion;
import org.mera.methodology.Methodology;
import org.mera.methodology.Section;
import org.mera.report.CompanyPaper;
import org.mera.scoring.DecidedCell;
import org.mera.submission.Table;
import org.mera.submission.TableLine;

/**
 * The profile of a ranked company and its Table, as a page shows them. Scores and sums are in units of the scale.
 *
 * @param bars     sections, then columns, against the median
 * @param sections of the Table with what its scores rest on
 */
record CompanyProfileView(List<Bar> bars, List<SectionView> sections) {

    /**
     * A share of the highest sum, beside the median's.
     *
     * @param units   the company's sum
     * @param percent of the maximum, two decimals
     * @param median  the same of the median
     */
    record Bar(boolean isColumn, int number, String title, int units, BigDecimal percent, BigDecimal median) {}

    record SectionView(int number, String title, List<CriterionView> criteria) {}

    /**
     * A criterion.
     *
     * @param file   where it stands, relative to the inbox; null where that is not known
     * @param record its line there
     */
    record CriterionView(
            int number,
            String title,
            List<ScoreView> scores,
            int sum,
            @Nullable String file,
            int record,
            List<CellView> cells) {}

    /**
     * A score that counts.
     *
     * @param expert what the expert gave
     */
    record ScoreView(int column, int units, int expert) {

        public boolean decided() {
            return units != expert;
        }
    }

    /**
     * What a score rests on.
     *
     * @param text     what stands before the first citation
     * @param note     empty where there is none
     * @param decision that counts; null where the expert's score does
     */
    record CellView(
            int column, String title, String text, List<Cited> cited, String note, @Nullable DecidedCell decision) {}

    /**
     * A citation.
     *
     * @param title   of the document; empty where it is in no list
     * @param clauses empty where none is named
     */
    record Cited(String code, String title, String clauses) {}

    /** {@return the view of a company that is ranked} */
    static CompanyProfileView of(CompanyRating company, Locale language) {
        CompanyPaper paper = Objects.requireNonNull(company.paper());
        Methodology methodology = company.year().methodology();
        return new CompanyProfileView(
                bars(paper, methodology, language), new Reading(company, paper, methodology, language).sections());
    }

    private static List<Bar> bars(CompanyPaper paper, Methodology methodology, Locale language) {
        List<Bar> bars = new ArrayList<>();
        int[] sums = paper.ranked().standing().sectionSums();
        for (int i = 0; i < sums.length; i++) {
            Section section = methodology.sections().get(i);
            int maximum = section.criteria().size()
                    * methodology.columns().size()
                    * methodology.scale().maximumUnits();
            bars.add(new Bar(
                    false,
                    section.number(),
                    section.title().in(language),
                    sums[i],
                    percent(sums[i], maximum),
                    percent(paper.medians().sections()[i], 2 * maximum)));
        }
        int[] columns = paper.ranked().standing().columnSums();
        for (int i = 0; i < columns.length; i++) {
            Column column = methodology.columns().get(i);
            bars.add(new Bar(
                    true,
                    column.number(),
                    column.shortTitle().in(language),
                    columns[i],
                    percent(columns[i], methodology.columnMaximum()),
                    percent(paper.medians().columns()[i], 2 * methodology.columnMaximum())));
        }
        return bars;
    }

    private static BigDecimal percent(int units, int maximum) {
        return BigDecimal.valueOf(units).movePointRight(2).divide(BigDecimal.valueOf(maximum), 2, RoundingMode.HALF_UP);
    }

    /** Puts the lines of the Table beside the criteria. */
    private static final class Reading {

        private final CompanyPaper paper;
        private final Methodology methodology;
        private final Locale language;
        private final Map<Integer, TableLine> lines = new HashMap<>();

        Reading(CompanyRating company, CompanyPaper paper, Methodology methodology, Locale language) {
            this.paper = paper;
            this.methodology = methodology;
            this.language = language;
            Table counting = company.counting();
            if (counting != null) {
                counting.lines().forEach(line -> lines.put(line.criterion(), line));
            }
        }

        List<SectionView> sections() {
            Map<Integer, CompanyPaper.Line> read = new HashMap<>();
            paper.lines().forEach(line -> read.put(line.criterion(), line));
            return methodology.sections().stream()
                    .map(section -> new SectionView(
                            section.number(),
                            section.title().in(language),
                            section.criteria().stream()
                                    .map(criterion ->
                                            criterion(criterion, Objects.requireNonNull(read.get(criterion.number()))))
                                    .toList()))
                    .toList();
        }

        private CriterionView criterion(Criterion criterion, CompanyPaper.Line line) {
            List<ScoreView> scores = new ArrayList<>();
            List<CellView> cells = new ArrayList<>();
            for (int i = 0; i < line.scores().length; i++) {
                Column column = methodology.columns().get(i);
                scores.add(new ScoreView(column.number(), line.scores()[i], line.expert()[i]));
                CompanyPaper.Cell cell = line.cells().get(i);
                DecidedCell decision = decision(criterion.number(), column.number());
                if (!cell.isEmpty() || decision != null) {
                    cells.add(new CellView(
                            column.number(),
                            column.shortTitle().in(language),
                            cell.text(),
                            cell.references().stream().map(this::cited).toList(),
                            cell.note(),
                            decision));
                }
            }
            TableLine place = lines.get(criterion.number());
            return new CriterionView(
                    criterion.number(),
                    criterion.title().in(language),
                    scores,
                    line.sum(),
                    place == null ? null : place.file(),
                    place == null ? 0 : place.record(),
                    cells);
        }

        private @Nullable DecidedCell decision(int criterion, int column) {
            return paper.decisions().stream()
                    .filter(DecidedCell::standing)
                    .filter(decided -> decided.decision().criterion() == criterion
                            && decided.decision().column() == column)
                    .findFirst()
                    .orElse(null);
        }

        private Cited cited(CompanyPaper.Reference reference) {
            return new Cited(
                    reference.code(),
                    reference.document() < 0
                            ? ""
                            : paper.documents().get(reference.document()).title(),
                    reference.clauses());
        }
    }
}
