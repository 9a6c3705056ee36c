package org.mera.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.mera.methodology.Section;
import org.mera.ranking.Agreement;
import org.mera.ranking.AgreementFigures;
import org.mera.ranking.AgreementGroup;
import org.mera.ranking.Coefficient;
import org.mera.ranking.RankRange;
import org.mera.ranking.Sensitivity;

/** How far assessors agree, with what that rests on, and how sensitive the places are to the scores. */
final class ReliabilityRows {

    private final CommitteePaper paper;
    private final Papers papers;
    private final Wording wording;
    private final PaperNumbers numbers;

    ReliabilityRows(CommitteePaper paper, Papers papers) {
        this.paper = paper;
        this.papers = papers;
        this.wording = papers.wording();
        this.numbers = new PaperNumbers(papers.language());
    }

    Iterator<FigureRow> rows() {
        Agreement agreement = paper.facts().agreement();
        List<FigureRow> rows = new ArrayList<>();
        rows.addAll(group("company", agreement.withCompany()));
        rows.addAll(group("experts", agreement.amongExperts()));
        if (agreement.pairs().size() > 1) {
            rows.addAll(pairs(agreement));
        }
        rows.addAll(sensitivity());
        return rows.iterator();
    }

    private List<FigureRow> group(String name, AgreementGroup group) {
        if (group.companies() == 0) {
            return new FigureBlock(text(name), "", "", "")
                    .add(text(name + ".none"), "", "")
                    .rows();
        }
        FigureBlock block = block(text(name));
        figures(block, text("all", group.companies(), group.all().pairs()), group.all());
        for (int i = 0; i < group.sections().size(); i++) {
            Section section = paper.methodology().sections().get(i);
            AgreementFigures figures = group.sections().get(i);
            figures(
                    block,
                    text("section", section.number(), section.title().in(papers.language()), figures.pairs()),
                    figures);
        }
        return block.rows();
    }

    private List<FigureRow> pairs(Agreement agreement) {
        FigureBlock block = block(text("pairs"));
        for (Agreement.Pair pair : agreement.pairs()) {
            AgreementGroup group = pair.group();
            figures(
                    block,
                    text(
                            "pair",
                            name(pair.first()),
                            name(pair.second()),
                            group.companies(),
                            group.all().pairs()),
                    group.all());
        }
        return block.rows();
    }

    private String name(String expert) {
        return expert.isEmpty() ? text("nameless") : expert;
    }

    private FigureBlock block(String heading) {
        return new FigureBlock(heading, text("equal"), text("kappa"), text("alpha"));
    }

    private void figures(FigureBlock block, String label, AgreementFigures figures) {
        block.add(
                label,
                null,
                figures.percentEqual().map(numbers::percent).orElse(wording.text("committee.none")),
                coefficient(figures.kappa()),
                coefficient(figures.alpha()));
    }

    private String coefficient(Coefficient coefficient) {
        return coefficient
                .defined()
                .map(value -> numbers.percent(value).replace('-', '−'))
                .orElse(
                        coefficient.state() == Coefficient.State.ALL_EQUAL
                                ? text("undefined")
                                : wording.text("committee.none"));
    }

    private List<FigureRow> sensitivity() {
        Sensitivity sensitivity = paper.facts().sensitivity();
        FigureBlock block = new FigureBlock(text("sensitivity"), "", "", "");
        if (!sensitivity.isKnown()) {
            return block.add(text("sensitivity.none"), "", "").rows();
        }
        block.add(text("rate." + sensitivity.source().word()), "", percent(sensitivity.rate()));
        block.add(text("draws"), "", Integer.toString(sensitivity.draws()));
        int[] widths = sensitivity.ranges().values().stream()
                .mapToInt(ReliabilityRows::places)
                .sorted()
                .toArray();
        if (widths.length > 0) {
            block.add(
                    text("certain"),
                    "",
                    Long.toString(
                            Arrays.stream(widths).filter(width -> width == 1).count()));
            block.add(text("half"), "", Integer.toString(widths[(widths.length - 1) / 2]));
            block.add(text("widest"), "", Integer.toString(widths[widths.length - 1]));
        }
        return block.rows();
    }

    private static int places(RankRange range) {
        return range.worst() - range.best() + 1;
    }

    private String percent(BigDecimal share) {
        return numbers.percent(share.movePointRight(2)) + " %";
    }

    private String text(String key, Object... values) {
        return wording.text("committee.reliability." + key, values);
    }
}
