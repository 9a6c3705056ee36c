package org.mera.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.company.Company;
import org.mera.csv.CodePoints;
import org.mera.methodology.Column;
import org.mera.methodology.Methodology;
import org.mera.methodology.Scale;
import org.mera.methodology.Section;
import org.mera.ranking.Counts;
import org.mera.ranking.PastRank;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.Standing;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;

/**
 * {@code ranking.json}: the ranking as data, and each layer's scores with the file and record they came from. It is written as it comes: one
 * company's layers are in memory at a time. Nothing in it depends on when, where or how often it was written.
 */
public final class RankingJson {

    private final Methodology methodology;
    private final String identity;
    private final JsonLayout layout = new JsonLayout();
    private final JsonGenerator json;
    private final String[] scores;

    private RankingJson(Methodology methodology, OutputStream out) {
        this.methodology = methodology;
        this.identity = Headings.identity(methodology.identification());
        this.json = layout.on(out);
        Scale scale = methodology.scale();
        this.scores = new String[scale.maximumUnits() + 1];
        for (int units = 0; units < scores.length; units++) {
            scores[units] = scale.points(units);
        }
    }

    /**
     * Writes the ranking and closes the stream.
     *
     * @param companies first the ranked ones in the order of the ranking, then the others by identity (code points)
     * @throws IllegalStateException where the companies come in another order or are not as many as are counted as ranked
     */
    public static void write(
            Methodology methodology, int year, Counts counts, Iterator<CompanyLayers> companies, OutputStream out)
            throws IOException {
        RankingJson file = new RankingJson(methodology, out);
        try (JsonGenerator generator = file.json) {
            generator.writeStartObject();
            generator.writeNumberProperty("year", year);
            file.methodology();
            file.layout.oneLine();
            CountsJson.write(generator, "counts", counts);
            file.companies(companies, counts.ranked());
            generator.writeEndObject();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private void methodology() {
        json.writeObjectPropertyStart("methodology");
        json.writeStringProperty("id", methodology.id());
        json.writeStringProperty("version", methodology.version());
        json.writeStringProperty("sha256", methodology.sha256());
        MethodologyJson.write(json, layout, methodology);
        json.writeEndObject();
    }

    private void companies(Iterator<CompanyLayers> companies, int expected) {
        CompanyLayers last = null;
        int ranked = 0;
        json.writeArrayPropertyStart("companies");
        while (companies.hasNext()) {
            CompanyLayers next = companies.next();
            requireOrder(last, next);
            if (next.ranked() == null && (last == null || last.ranked() != null)) {
                beginNotRanked();
            }
            if (next.ranked() != null) {
                ranked++;
            }
            company(next);
            last = next;
        }
        if (last == null || last.ranked() != null) {
            beginNotRanked();
        }
        json.writeEndArray();
        if (ranked != expected) {
            throw new IllegalStateException(expected + " companies are counted as ranked, " + ranked + " came");
        }
    }

    private void beginNotRanked() {
        json.writeEndArray();
        json.writeArrayPropertyStart("not_ranked");
    }

    private static void requireOrder(@Nullable CompanyLayers last, CompanyLayers next) {
        if (last != null && !isInOrder(last, next)) {
            throw new IllegalStateException("Companies out of order: " + last.company() + " before " + next.company());
        }
    }

    private static boolean isInOrder(CompanyLayers last, CompanyLayers next) {
        RankedCompany above = last.ranked();
        RankedCompany below = next.ranked();
        boolean byIdentity = CodePoints.ORDER.compare(last.company(), next.company()) < 0;
        if (above == null) {
            return below == null && byIdentity;
        }
        return below == null || above.rank() < below.rank() || (above.rank() == below.rank() && byIdentity);
    }

    private void company(CompanyLayers company) {
        json.writeStartObject();
        RankedCompany ranked = company.ranked();
        if (ranked == null) {
            notRanked(company);
        } else {
            ranked(ranked);
        }
        layers(company.layers());
        json.writeEndObject();
    }

    private void notRanked(CompanyLayers company) {
        json.writeStringProperty(identity, company.company());
        text("name", company.name());
        json.writeStringProperty("status", company.status().word());
        json.writeNumberProperty("errors", company.errors());
        json.writeNumberProperty("warnings", company.warnings());
    }

    private void ranked(RankedCompany ranked) {
        Company company = ranked.company();
        json.writeNumberProperty("rank", ranked.rank());
        json.writeStringProperty(identity, company.id());
        json.writeStringProperty("name", company.name());
        text("industry", company.industry());
        text("region", company.region());
        json.writeStringProperty("participation", company.participation().word());
        sums(ranked.standing());
        json.writeNumberProperty("participation_rank", ranked.participationRank());
        number("industry_rank", ranked.industryRank());
        PastRank previous = ranked.previous();
        number("previous_rank", previous == null ? null : previous.rank());
        number("rank_change", previous == null ? null : ranked.rankChange().orElseThrow());
        exact("previous_indicator", previous == null ? "" : previous.indicator());
        json.writeNumberProperty("warnings", ranked.standing().warnings());
        sections(ranked.standing());
    }

    private void sums(Standing standing) {
        List<Column> columns = methodology.columns();
        for (int i = 0; i < columns.size(); i++) {
            points(columns.get(i).heading(), standing.columnSums()[i]);
        }
        points("total", standing.total());
        exact("indicator", methodology.indicator(standing.total()).toPlainString());
        text("class", standing.scoreClass());
    }

    private void sections(Standing standing) {
        json.writeArrayPropertyStart("sections");
        List<Section> sections = methodology.sections();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            int sum = standing.sectionSums()[i];
            layout.oneLine();
            json.writeStartObject();
            json.writeNumberProperty("number", section.number());
            points("sum", sum);
            exact("percent", methodology.sectionPercent(section, sum).toPlainString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void layers(List<Layer> layers) {
        json.writeArrayPropertyStart("layers");
        for (Layer layer : layers) {
            json.writeStartObject();
            json.writeStringProperty("assessor", layer.assessor().word());
            text("expert", layer.expert());
            json.writeBooleanProperty("counts", layer.counts());
            json.writeBooleanProperty("faulty", layer.faulty());
            json.writeStringProperty("file", layer.file());
            json.writeArrayPropertyStart("criteria");
            layer.lines().forEach(this::line);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void line(Layer.Line line) {
        layout.oneLine();
        json.writeStartObject();
        json.writeNumberProperty("criterion", line.criterion());
        json.writeNumberProperty("record", line.record());
        json.writeArrayPropertyStart("scores");
        for (int units : line.scores()) {
            if (units < 0) {
                json.writeNull();
            } else {
                json.writeNumber(scores[units]);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void points(String name, int units) {
        exact(name, methodology.scale().points(units));
    }

    /** A number exactly as ranking.csv writes it; null where it is unknown. */
    private void exact(String name, String number) {
        json.writeName(name);
        if (number.isEmpty()) {
            json.writeNull();
        } else {
            json.writeNumber(number);
        }
    }

    private void number(String name, @Nullable Integer number) {
        exact(name, number == null ? "" : number.toString());
    }

    private void text(String name, String text) {
        if (text.isEmpty()) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text);
        }
    }
}
