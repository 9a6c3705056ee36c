package org.mera.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.committee.RatingFacts;
import org.mera.company.Company;
import org.mera.methodology.Column;
import org.mera.methodology.Methodology;
import org.mera.methodology.Section;
import org.mera.ranking.PastRank;
import org.mera.ranking.RankRange;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.Standing;
import org.mera.scoring.Withdrawal;

/** A company's object in ranking.json, in the layout of {@link JsonLayout}: an entry a line, arrays of numbers on one. */
final class CompanyJson {

    private static final byte[] BEGIN = JsonBytes.ascii("\n  {");
    private static final byte[] END = JsonBytes.ascii("\n  }");
    private static final byte[] LAYER = JsonBytes.ascii("\n    {");
    private static final byte[] LAYER_END = JsonBytes.ascii("\n    }");
    private static final byte[] LIST_END = JsonBytes.ascii("\n   ]");

    private static final byte[] RANK = first(3, "rank");
    private static final byte[] NAME = next(3, "name");
    private static final byte[] INDUSTRY = next(3, "industry");
    private static final byte[] REGION = next(3, "region");
    private static final byte[] PARTICIPATION = next(3, "participation");
    private static final byte[] TOTAL = next(3, "total");
    private static final byte[] INDICATOR = next(3, "indicator");
    private static final byte[] CLASS = next(3, "class");
    private static final byte[] PARTICIPATION_RANK = next(3, "participation_rank");
    private static final byte[] INDUSTRY_RANK = next(3, "industry_rank");
    private static final byte[] PREVIOUS_RANK = next(3, "previous_rank");
    private static final byte[] RANK_CHANGE = next(3, "rank_change");
    private static final byte[] PREVIOUS_INDICATOR = next(3, "previous_indicator");
    private static final byte[] RANK_RANGE = next(3, "rank_range");
    private static final byte[] STATUS = next(3, "status");
    private static final byte[] WITHDRAWN = next(3, "withdrawn");
    private static final byte[] ERRORS = next(3, "errors");
    private static final byte[] WARNINGS = next(3, "warnings");
    private static final byte[] SECTIONS = next(3, "sections");
    private static final byte[] LAYERS = next(3, "layers");
    private static final byte[] SUM = JsonBytes.ascii(",\"sum\":");
    private static final byte[] PERCENT = JsonBytes.ascii(",\"percent\":");

    private static final byte[] ASSESSOR = first(5, "assessor");
    private static final byte[] EXPERT = next(5, "expert");
    private static final byte[] COUNTS = next(5, "counts");
    private static final byte[] FAULTY = next(5, "faulty");
    private static final byte[] FILE = next(5, "file");
    private static final byte[] RECORDS = next(5, "records");
    private static final byte[] SCORES = next(5, "scores");

    private final JsonBytes json;
    private final RatingFacts facts;
    private final Figures figures;
    private final ScoreRows rows;
    private final DecisionsJson decisions;
    private final int columns;
    private final byte[] identityFirst;
    private final byte[] identityNext;
    private final List<byte[]> columnSums = new ArrayList<>();
    private final List<byte[]> sectionNumbers = new ArrayList<>();

    CompanyJson(JsonBytes json, Methodology methodology, RatingFacts facts) {
        this.json = json;
        this.facts = facts;
        this.figures = new Figures(methodology);
        this.rows = new ScoreRows(methodology);
        this.decisions = new DecisionsJson(json, methodology, facts.record().decisions(), rows);
        this.columns = methodology.columns().size();
        String identity = Headings.identity(methodology.identification());
        this.identityFirst = first(3, identity);
        this.identityNext = next(3, identity);
        for (Column column : methodology.columns()) {
            columnSums.add(next(3, column.heading()));
        }
        for (Section section : methodology.sections()) {
            sectionNumbers.add(JsonBytes.ascii("\n    {\"number\":" + section.number()));
        }
    }

    private static byte[] first(int indentation, String name) {
        return JsonBytes.ascii("\n" + " ".repeat(indentation) + '"' + name + "\": ");
    }

    private static byte[] next(int indentation, String name) {
        return JsonBytes.ascii(",\n" + " ".repeat(indentation) + '"' + name + "\": ");
    }

    void write(CompanyLayers company) throws IOException {
        json.raw(BEGIN);
        RankedCompany ranked = company.ranked();
        if (ranked == null) {
            notRanked(company);
        } else {
            ranked(ranked);
        }
        layers(company.layers());
        decisions.write(company);
        json.raw(END);
    }

    private void notRanked(CompanyLayers company) throws IOException {
        json.raw(identityFirst).text(company.company());
        text(NAME, company.name());
        json.raw(STATUS).text(company.status().word());
        withdrawn(company.company());
        json.raw(ERRORS).number(company.errors());
        json.raw(WARNINGS).number(company.warnings());
    }

    /** Why a company is not ranked whatever became of its submission. */
    private void withdrawn(String company) throws IOException {
        Withdrawal withdrawal = facts.record().decisions().withdrawn().get(company);
        if (withdrawal != null) {
            json.raw(WITHDRAWN).text(withdrawal.reason());
        }
    }

    private void ranked(RankedCompany ranked) throws IOException {
        Company company = ranked.company();
        json.raw(RANK).number(ranked.rank());
        json.raw(identityNext).text(company.id());
        json.raw(NAME).text(company.name());
        text(INDUSTRY, company.industry());
        text(REGION, company.region());
        json.raw(PARTICIPATION).text(company.participation().word());
        sums(ranked.standing());
        json.raw(PARTICIPATION_RANK).number(ranked.participationRank());
        number(INDUSTRY_RANK, ranked.industryRank());
        previous(ranked);
        range(company.id());
        json.raw(WARNINGS).number(ranked.standing().warnings());
        sections(ranked.standing().sectionSums());
    }

    private void sums(Standing standing) throws IOException {
        int[] sums = standing.columnSums();
        for (int i = 0; i < sums.length; i++) {
            json.raw(columnSums.get(i)).number(figures.points(sums[i]));
        }
        json.raw(TOTAL).number(figures.points(standing.total()));
        json.raw(INDICATOR).number(figures.indicator(standing.total()));
        text(CLASS, standing.scoreClass());
    }

    private void previous(RankedCompany ranked) throws IOException {
        PastRank previous = ranked.previous();
        number(PREVIOUS_RANK, previous == null ? null : previous.rank());
        number(RANK_CHANGE, previous == null ? null : ranked.rankChange().orElseThrow());
        json.raw(PREVIOUS_INDICATOR);
        if (previous == null || previous.indicator().isEmpty()) {
            json.nothing();
        } else {
            json.number(previous.indicator());
        }
    }

    private void range(String company) throws IOException {
        RankRange range = facts.sensitivity().range(company).orElse(null);
        json.raw(RANK_RANGE);
        if (range == null) {
            json.nothing();
        } else {
            json.raw('[').number(range.best()).raw(',').number(range.worst()).raw(']');
        }
    }

    private void sections(int[] sums) throws IOException {
        json.raw(SECTIONS).raw('[');
        for (int i = 0; i < sums.length; i++) {
            separate(i);
            json.raw(sectionNumbers.get(i));
            json.raw(SUM).number(figures.points(sums[i]));
            json.raw(PERCENT).number(figures.percent(i, sums[i])).raw('}');
        }
        json.raw(LIST_END);
    }

    private void layers(List<Layer> layers) throws IOException {
        json.raw(LAYERS).raw('[');
        for (int i = 0; i < layers.size(); i++) {
            separate(i);
            layer(layers.get(i));
        }
        if (layers.isEmpty()) {
            json.raw(']');
        } else {
            json.raw(LIST_END);
        }
    }

    private void layer(Layer layer) throws IOException {
        json.raw(LAYER);
        json.raw(ASSESSOR).text(layer.assessor().word());
        text(EXPERT, layer.expert());
        json.raw(COUNTS).bool(layer.counts());
        json.raw(FAULTY).bool(layer.faulty());
        json.raw(FILE).text(layer.file());
        records(layer.records());
        scores(layer);
        json.raw(LAYER_END);
    }

    private void records(int[] records) throws IOException {
        json.raw(RECORDS).raw('[');
        for (int i = 0; i < records.length; i++) {
            separate(i);
            if (records[i] == 0) {
                json.nothing();
            } else {
                json.number(records[i]);
            }
        }
        json.raw(']');
    }

    private void scores(Layer layer) throws IOException {
        json.raw(SCORES).raw('[');
        int[] records = layer.records();
        for (int i = 0; i < records.length; i++) {
            separate(i);
            if (records[i] == 0) {
                json.nothing();
            } else {
                json.raw(rows.row(layer.scores(), i * columns));
            }
        }
        json.raw(']');
    }

    private void separate(int entriesBefore) throws IOException {
        if (entriesBefore > 0) {
            json.raw(',');
        }
    }

    private void number(byte[] name, @Nullable Integer number) throws IOException {
        json.raw(name);
        if (number == null) {
            json.nothing();
        } else {
            json.number(number);
        }
    }

    /** What is empty is unknown. */
    private void text(byte[] name, String text) throws IOException {
        json.raw(name);
        if (text.isEmpty()) {
            json.nothing();
        } else {
            json.text(text);
        }
    }
}
