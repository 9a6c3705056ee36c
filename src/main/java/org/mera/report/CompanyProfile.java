package org.mera.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mera.company.Company;
import org.mera.methodology.Column;
import org.mera.methodology.Criterion;
import org.mera.methodology.Identification;
import org.mera.methodology.Methodology;
import org.mera.methodology.ScoreClass;
import org.mera.methodology.Section;
import org.mera.ranking.Comparability;
import org.mera.ranking.PastRank;
import org.mera.ranking.PreviousRanking;
import org.mera.ranking.Standing;

/** The first part of a company's report: what came out, measured against the others, what is strong and what is missing. */
final class CompanyProfile {

    /** How many of the strongest criteria are named. */
    private static final int STRONGEST = 10;

    private final Methodology methodology;
    private final Papers papers;
    private final Wording wording;
    private final Locale language;
    private final Measures measures;
    private final DirectionWords directions;
    private final PreviousRanking lastYear;

    CompanyProfile(Papers papers, Methodology methodology, PreviousRanking lastYear) {
        this.lastYear = lastYear;
        this.methodology = methodology;
        this.papers = papers;
        this.wording = papers.wording();
        this.language = papers.language();
        this.measures = new Measures(methodology, new PaperNumbers(language));
        this.directions = new DirectionWords(wording, language);
    }

    /**
     * A line of the profile.
     *
     * @param block  the heading that it stands under
     * @param kind   {@code bar}, {@code strong}, {@code below} or {@code text}
     * @param number of the section, column or criterion
     * @param scores by column
     */
    record Row(
            String block,
            String kind,
            String number,
            String label,
            String value,
            String median,
            @Nullable MedianBar bar,
            List<String> scores,
            String sum,
            String directions) {}

    Part part(CompanyPaper paper) {
        List<Row> rows = new ArrayList<>();
        sections(paper, rows);
        columns(paper, rows);
        strongest(paper, rows);
        belowMaximum(paper, rows);
        return Part.of("company-profile", values(paper), rows);
    }

    private Map<String, Object> values(CompanyPaper paper) {
        Standing standing = paper.ranked().standing();
        Map<String, Object> values = new HashMap<>();
        values.put("NAME", paper.ranked().company().name());
        values.put("FACTS", facts(paper.ranked().company()));
        values.put("INDICATOR", measures.indicator(standing.total()) + " %");
        values.put(
                "INDICATOR_NOTE",
                wording.text(
                        "company.median-percent",
                        measures.percent(paper.medians().total(), 2 * methodology.totalMaximum())));
        values.put("TOTAL", measures.points(standing.total()));
        values.put(
                "TOTAL_NOTE",
                wording.text(
                        "company.total-note",
                        measures.points(methodology.totalMaximum()),
                        measures.halfUnits(paper.medians().total())));
        values.put("RANK", Integer.toString(paper.overall().rank()));
        values.put("RANK_NOTE", of(paper.overall()));
        values.put("CHANGE", change(paper));
        values.put("PLACES", places(paper));
        values.put("COLUMN_HEADS", columnNumbers(methodology));
        return values;
    }

    /** {@return the numbers that the Table's columns have} */
    static List<String> columnNumbers(Methodology methodology) {
        return methodology.columns().stream()
                .map(column -> Integer.toString(column.number()))
                .toList();
    }

    private String facts(Company company) {
        List<String> facts = new ArrayList<>();
        boolean inn = methodology.identification() == Identification.INN;
        facts.add(wording.text(inn ? "company.inn" : "company.code", company.id()));
        if (!company.industry().isBlank()) {
            facts.add(wording.text("company.industry", company.industry()));
        }
        if (!company.region().isBlank()) {
            facts.add(wording.text("company.region", company.region()));
        }
        facts.add(wording.text("company." + company.participation().word()));
        return String.join("  ·  ", facts);
    }

    private String places(CompanyPaper paper) {
        List<String> places = new ArrayList<>();
        CompanyPaper.Place participation = paper.participation();
        places.add(wording.text(
                "company.place-" + paper.ranked().company().participation().word(),
                participation.rank(),
                of(participation)));
        CompanyPaper.Place industry = paper.industry();
        if (industry != null) {
            places.add(wording.text(
                    "company.place-industry",
                    paper.ranked().company().industry().strip(),
                    industry.rank(),
                    of(industry)));
        }
        places.addAll(scoreClass(paper.ranked().standing()));
        places.add(
                paper.expert().isEmpty()
                        ? wording.text("company.no-expert")
                        : wording.text("company.expert", paper.expert()));
        return String.join("\n", places);
    }

    /** The class with the version of its scale, and how far it is to the next. */
    private List<String> scoreClass(Standing standing) {
        String reached = standing.scoreClass();
        if (methodology.classes().isEmpty()) {
            return List.of();
        }
        String byIndicator =
                methodology.classOf(standing.total()).map(ScoreClass::label).orElse("");
        if (!reached.equals(byIndicator)) {
            return List.of(wording.text(
                    "company.class-decided",
                    reached,
                    byIndicator.isEmpty() ? wording.text("committee.none") : byIndicator));
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                reached.isEmpty()
                        ? wording.text("company.class-none")
                        : methodology.classesVersion().isEmpty()
                                ? wording.text("company.class", reached)
                                : wording.text("company.class-of", reached, methodology.classesVersion()));
        methodology.classAbove(standing.total()).ifPresent(next -> {
            int missing = methodology.totalOf(next) - standing.total();
            lines.add(wording.text(
                    "company.class-next", next.label(), measures.points(missing), measures.points(1), missing));
        });
        return lines;
    }

    private String of(CompanyPaper.Place place) {
        return place.sharing() == 1
                ? wording.text("company.of", place.of())
                : wording.text("company.of-shared", place.of(), place.sharing());
    }

    private String change(CompanyPaper paper) {
        PastRank past = paper.ranked().previous();
        if (past == null) {
            return lastYear.comparability() == Comparability.OTHER_VERSION
                    ? wording.text("company.other-version", lastYear.year(), lastYear.methodologyVersion())
                    : wording.text("company.no-last-year");
        }
        String compared = wording.text(
                past.indicator().isEmpty() ? "company.last-year-rank" : "company.last-year",
                past.rank(),
                paper.ranked().rank(),
                signed(past.rank() - paper.ranked().rank()),
                measures.percent(past.indicator()));
        return switch (lastYear.comparability()) {
            case DECLARED ->
                compared + " "
                        + wording.text("company.declared-version", lastYear.year(), lastYear.methodologyVersion());
            case IMPORTED -> compared + " " + wording.text("company.imported-year", lastYear.year());
            default -> compared;
        };
    }

    private static String signed(int change) {
        return change > 0 ? "+" + change : change < 0 ? "−" + -change : "0";
    }

    private void sections(CompanyPaper paper, List<Row> rows) {
        int[] sums = paper.ranked().standing().sectionSums();
        for (int i = 0; i < sums.length; i++) {
            Section section = methodology.sections().get(i);
            int maximum = section.criteria().size()
                    * methodology.columns().size()
                    * methodology.scale().maximumUnits();
            rows.add(bar(
                    wording.text("company.sections"),
                    Integer.toString(section.number()),
                    section.title().in(language),
                    sums[i],
                    paper.medians().sections()[i],
                    maximum));
        }
    }

    private void columns(CompanyPaper paper, List<Row> rows) {
        int[] sums = paper.ranked().standing().columnSums();
        for (int i = 0; i < sums.length; i++) {
            Column column = methodology.columns().get(i);
            rows.add(bar(
                    wording.text("company.columns"),
                    Integer.toString(column.number()),
                    column.shortTitle().in(language),
                    sums[i],
                    paper.medians().columns()[i],
                    methodology.columnMaximum()));
        }
    }

    private Row bar(String block, String number, String label, int sum, int median, int maximum) {
        Color fill = papers.colour("Bar");
        Color frame = papers.colour("BarFrame");
        return new Row(
                block,
                "bar",
                number,
                label,
                wording.text(
                        "company.bar-value",
                        measures.points(sum),
                        measures.points(maximum),
                        measures.percent(sum, maximum)),
                measures.percent(median, 2 * maximum) + " %",
                new MedianBar(Measures.hundredths(sum, maximum), Measures.hundredths(median, 2 * maximum), fill, frame),
                List.of(),
                "",
                "");
    }

    private void strongest(CompanyPaper paper, List<Row> rows) {
        String block = wording.text("company.strongest");
        List<CompanyPaper.Line> best = paper.lines().stream()
                .filter(line -> line.sum() > 0)
                .sorted(Comparator.comparingInt(CompanyPaper.Line::sum)
                        .reversed()
                        .thenComparing(CompanyPaper.Line::criterion))
                .toList();
        for (CompanyPaper.Line line : best.subList(0, Math.min(STRONGEST, best.size()))) {
            rows.add(criterion(block, "strong", line, ""));
        }
        if (best.isEmpty()) {
            rows.add(text(block, wording.text("company.nothing-strong")));
        } else if (best.size() > STRONGEST
                && best.get(STRONGEST).sum() == best.get(STRONGEST - 1).sum()) {
            int sum = best.get(STRONGEST).sum();
            long more = best.stream()
                    .skip(STRONGEST)
                    .filter(line -> line.sum() == sum)
                    .count();
            rows.add(text(block, wording.text("company.as-strong", measures.points(sum), more)));
        }
    }

    private void belowMaximum(CompanyPaper paper, List<Row> rows) {
        String block = wording.text(
                "company.below", measures.points(methodology.scale().maximumUnits()));
        int before = rows.size();
        for (CompanyPaper.Line line : paper.lines()) {
            if (line.sum() < line.scores().length * methodology.scale().maximumUnits()) {
                Criterion criterion = methodology.criteria().get(line.criterion() - 1);
                rows.add(criterion(block, "below", line, directions.full(line, criterion)));
            }
        }
        if (rows.size() == before) {
            rows.add(text(block, wording.text("company.nothing-below")));
        }
    }

    private Row criterion(String block, String kind, CompanyPaper.Line line, String words) {
        return new Row(
                block,
                kind,
                Integer.toString(line.criterion()),
                methodology.criteria().get(line.criterion() - 1).title().in(language),
                "",
                "",
                null,
                measures.all(line.scores()),
                measures.points(line.sum()),
                words);
    }

    private static Row text(String block, String text) {
        return new Row(block, "text", "", text, "", "", null, List.of(), "", "");
    }
}
