package org.mera.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mera.methodology.Column;
import org.mera.methodology.Section;
import org.mera.ranking.Band;
import org.mera.ranking.ClassCount;
import org.mera.ranking.Mean;
import org.mera.ranking.ParticipationStatistics;
import org.mera.ranking.Statistics;
import org.mera.ranking.Summary;

/** The figures of the rating as a whole: totals, distribution, classes, participation; and the means of sections and columns. */
final class SummaryRows {

    private final CommitteePaper paper;
    private final Statistics statistics;
    private final Wording wording;
    private final Locale language;
    private final PaperNumbers numbers;
    private final Bars bars;

    SummaryRows(CommitteePaper paper, Papers papers) {
        this.paper = paper;
        this.statistics = paper.statistics();
        this.wording = papers.wording();
        this.language = papers.language();
        this.numbers = new PaperNumbers(language);
        this.bars = new Bars(papers);
    }

    /** {@return the lines of the summary} None where nobody is ranked. */
    Iterator<FigureRow> rows() {
        List<FigureRow> rows = new ArrayList<>();
        Summary total = statistics.total();
        Summary indicator = statistics.indicator();
        if (total != null && indicator != null) {
            rows.addAll(spread(total, indicator));
            rows.addAll(bands());
            rows.addAll(classes());
            rows.addAll(participations());
        }
        return rows.iterator();
    }

    private List<FigureRow> spread(Summary total, Summary indicator) {
        CommitteePaper.LastYear last = paper.lastYear();
        FigureBlock block = new FigureBlock(
                text("spread"),
                text("points"),
                text("indicator"),
                last == null || last.indicator() == null ? "" : text("change", last.year()));
        figure(block, "mean", Summary::mean, total, indicator);
        figure(block, "median", Summary::median, total, indicator);
        figure(block, "deviation", Summary::deviation, total, indicator);
        figure(block, "minimum", Summary::minimum, total, indicator);
        figure(block, "maximum", Summary::maximum, total, indicator);
        return block.rows();
    }

    private void figure(
            FigureBlock block, String name, Function<Summary, BigDecimal> figure, Summary total, Summary indicator) {
        CommitteePaper.LastYear last = paper.lastYear();
        BigDecimal before = last == null || last.indicator() == null ? null : figure.apply(last.indicator());
        BigDecimal now = figure.apply(indicator);
        block.add(text(name), null, numbers.percent(figure.apply(total)), numbers.percent(now), change(now, before));
    }

    private List<FigureRow> bands() {
        FigureBlock block = new FigureBlock(text("distribution"), text("companies"), text("share"), "");
        int highest =
                statistics.bands().stream().mapToInt(Band::companies).max().orElse(0);
        for (Band band : statistics.bands()) {
            String label = text(band.to() == 100 ? "band.last" : "band", band.from(), band.to());
            block.add(
                    label,
                    bars.unframed(percent(band.companies(), highest)),
                    Integer.toString(band.companies()),
                    share(band.companies()),
                    "");
        }
        return block.rows();
    }

    private List<FigureRow> classes() {
        FigureBlock block = new FigureBlock(text("classes"), text("companies"), text("share"), "");
        for (ClassCount each : statistics.classes()) {
            addClass(block, text("class", numbers.percent(each.from()), each.label()), each.companies());
        }
        if (statistics.belowClasses() > 0) {
            addClass(block, text("class.none"), statistics.belowClasses());
        }
        return block.rows();
    }

    private void addClass(FigureBlock block, String label, int companies) {
        block.add(
                label,
                bars.of(percent(companies, statistics.companies())),
                Integer.toString(companies),
                share(companies),
                "");
    }

    private List<FigureRow> participations() {
        FigureBlock block =
                new FigureBlock(text("participation"), text("participation.mean"), text("participation.median"), "");
        for (ParticipationStatistics group : statistics.participations()) {
            block.add(
                    text("participation.companies", group.participation().word(language), group.companies()),
                    bars.of(group.indicator().mean()),
                    numbers.percent(group.indicator().mean()),
                    numbers.percent(group.indicator().median()),
                    "");
        }
        return block.rows();
    }

    /** {@return the lines of means} None where nobody is ranked. */
    Iterator<FigureRow> means() {
        CommitteePaper.LastYear last = paper.lastYear();
        List<Section> sections = paper.methodology().sections();
        List<Column> columns = paper.methodology().columns();
        List<FigureRow> rows = new ArrayList<>(means(
                "sections",
                statistics.sections(),
                last == null ? List.of() : last.sections(),
                at -> text(
                        "section",
                        sections.get(at).number(),
                        sections.get(at).title().in(language))));
        rows.addAll(means(
                "columns",
                statistics.columns(),
                last == null ? List.of() : last.columns(),
                at -> text(
                        "column",
                        columns.get(at).number(),
                        columns.get(at).title().in(language))));
        rows.addAll(criteria());
        return rows.iterator();
    }

    /** Criteria are told of here only where there is a year to compare them with. */
    private List<FigureRow> criteria() {
        CommitteePaper.LastYear last = paper.lastYear();
        if (last == null || statistics.companies() == 0) {
            return List.of();
        }
        FigureBlock block = new FigureBlock(
                text("criteria"), text("before", last.year()), text("now"), text("change", last.year()));
        for (Mean before : last.criteria()) {
            BigDecimal now =
                    statistics.criteria().get(before.number() - 1).all().percent();
            block.add(
                    text(
                            "criterion",
                            before.number(),
                            paper.methodology()
                                    .criteria()
                                    .get(before.number() - 1)
                                    .title()
                                    .in(language)),
                    bars.of(now),
                    numbers.percent(before.percent()),
                    numbers.percent(now),
                    change(now, before.percent()));
        }
        return block.rows();
    }

    private List<FigureRow> means(String name, List<Mean> means, List<Mean> before, Function<Integer, String> label) {
        CommitteePaper.LastYear last = paper.lastYear();
        FigureBlock block = new FigureBlock(
                text(name),
                text("points.of"),
                text("maximum.share"),
                last == null || before.isEmpty() ? "" : text("change", last.year()));
        for (int i = 0; i < means.size(); i++) {
            Mean mean = means.get(i);
            block.add(
                    label.apply(i),
                    bars.of(mean.percent()),
                    text("of", numbers.percent(mean.points()), numbers.percent(mean.maximum())),
                    numbers.percent(mean.percent()),
                    change(mean.percent(), percentOf(mean.number(), before)));
        }
        return block.rows();
    }

    private static @Nullable BigDecimal percentOf(int number, List<Mean> means) {
        return means.stream()
                .filter(mean -> mean.number() == number)
                .map(Mean::percent)
                .findFirst()
                .orElse(null);
    }

    /** {@return by how many percentage points more, with its sign} Empty where there is nothing to compare with. */
    private String change(BigDecimal now, @Nullable BigDecimal before) {
        return before == null ? "" : Changes.signed(now.subtract(before), numbers);
    }

    private String share(int companies) {
        return numbers.percent(percent(companies, statistics.companies()));
    }

    private static BigDecimal percent(int part, int whole) {
        return BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(Math.max(whole, 1)), 2, RoundingMode.HALF_UP);
    }

    private String text(String key, Object... values) {
        return wording.text("committee.summary." + key, values);
    }
}
