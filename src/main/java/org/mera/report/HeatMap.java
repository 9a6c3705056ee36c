package org.mera.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mera.methodology.Methodology;
import org.mera.methodology.Section;
import org.mera.ranking.RankedCompany;

/** Each company's sections in percent of their maximum, in shades that stay apart in black and white. */
final class HeatMap {

    /** As many sections as stand side by side with figures that can be read. */
    private static final int WIDEST = 10;

    private static final int SHADES = 5;
    private static final BigDecimal STEP = BigDecimal.valueOf(20);

    private final CommitteePaper paper;
    private final Wording wording;
    private final Locale language;
    private final PaperNumbers numbers;

    HeatMap(CommitteePaper paper, Papers papers) {
        this.paper = paper;
        this.wording = papers.wording();
        this.language = papers.language();
        this.numbers = new PaperNumbers(language);
    }

    static int sectionsOnASheet(Methodology methodology) {
        return Math.min(WIDEST, methodology.sections().size());
    }

    /** {@return a part, or several where there are more sections than stand side by side} */
    List<Part> parts() {
        int sections = paper.methodology().sections().size();
        int width = sectionsOnASheet(paper.methodology());
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < sections; from += width) {
            parts.add(part(from, Math.min(sections, from + width), width));
        }
        return parts;
    }

    private Part part(int from, int to, int width) {
        List<Section> sections = paper.methodology().sections().subList(from, to);
        String[] heads = new String[width];
        List<String> legend = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            heads[i] = i < sections.size() ? Integer.toString(sections.get(i).number()) : "";
        }
        for (Section section : sections) {
            legend.add(section.number() + " — " + section.title().in(language));
        }
        boolean all = sections.size() == paper.methodology().sections().size();
        Map<String, Object> values = new HashMap<>();
        values.put(
                "HEADING",
                all
                        ? wording.text("committee.heat")
                        : wording.text(
                                "committee.heat.some",
                                sections.get(0).number(),
                                sections.get(sections.size() - 1).number()));
        values.put("NOTE", wording.text("committee.heat.note"));
        values.put("EMPTY", wording.text("committee.heat.empty"));
        values.put("LEGEND", String.join("\n", legend));
        values.put("SECTIONS", heads);
        return new Part(
                "committee-heat",
                values,
                paper.ranking().companies().stream()
                        .map(ranked -> row(ranked, from, to, width))
                        .iterator(),
                false);
    }

    private HeatRow row(RankedCompany ranked, int from, int to, int width) {
        Methodology methodology = paper.methodology();
        int[] sums = ranked.standing().sectionSums();
        String[] percents = new String[width];
        String[] shades = new String[width];
        for (int i = 0; i < width; i++) {
            if (from + i < to) {
                BigDecimal percent =
                        methodology.sectionPercent(methodology.sections().get(from + i), sums[from + i]);
                percents[i] = numbers.percent(percent);
                shades[i] = "Heat" + shade(percent);
            } else {
                percents[i] = "";
                shades[i] = "Heat0";
            }
        }
        return new HeatRow(
                Integer.toString(ranked.rank()),
                ranked.company().name(),
                percents,
                shades,
                numbers.percent(methodology.indicator(ranked.standing().total())));
    }

    /** 0 to 4: twenty percent each, 100 among the last. */
    private static int shade(BigDecimal percent) {
        return Math.min(SHADES - 1, percent.divideToIntegralValue(STEP).intValue());
    }

    /**
     * A company's line.
     *
     * @param shades the style of each cell
     */
    record HeatRow(String rank, String name, String[] percents, String[] shades, String indicator) {}
}
