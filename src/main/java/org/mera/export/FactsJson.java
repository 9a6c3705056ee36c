package org.mera.export;

import java.util.List;
import java.util.Locale;
import org.mera.committee.RatingFacts;
import org.mera.methodology.Methodology;
import org.mera.methodology.ScoreClass;
import org.mera.ranking.Agreement;
import org.mera.ranking.AgreementFigures;
import org.mera.ranking.AgreementGroup;
import org.mera.ranking.Coefficient;
import org.mera.ranking.PreviousRanking;
import org.mera.ranking.Sensitivity;
import tools.jackson.core.JsonGenerator;

/** What ranking.json tells of the rating besides the ranking: what it is compared with, its classes, how far assessors agree, how sensitive places are. */
final class FactsJson {

    private final JsonGenerator json;
    private final JsonLayout layout;
    private final Methodology methodology;

    private FactsJson(JsonGenerator json, JsonLayout layout, Methodology methodology) {
        this.json = json;
        this.layout = layout;
        this.methodology = methodology;
    }

    /** Writes its properties into the object that is open; null where there is nothing to tell. */
    static void write(JsonGenerator json, JsonLayout layout, Methodology methodology, RatingFacts facts) {
        FactsJson writer = new FactsJson(json, layout, methodology);
        writer.previous(facts.previous());
        writer.classes();
        writer.agreement(facts.agreement());
        writer.sensitivity(facts.sensitivity());
    }

    private void previous(PreviousRanking previous) {
        if (!previous.exists()) {
            json.writeNullProperty("previous");
            return;
        }
        layout.oneLine();
        json.writeObjectPropertyStart("previous");
        json.writeNumberProperty("year", previous.year());
        text("version", previous.methodologyVersion());
        json.writeStringProperty("comparability", previous.comparability().word());
        json.writeEndObject();
    }

    private void classes() {
        if (methodology.classes().isEmpty()) {
            json.writeNullProperty("classes");
            return;
        }
        layout.oneLine();
        json.writeObjectPropertyStart("classes");
        text("version", methodology.classesVersion());
        json.writeArrayPropertyStart("bands");
        for (ScoreClass band : methodology.classes()) {
            json.writeStartObject();
            json.writeStringProperty("label", band.label());
            json.writeName("from").writeNumber(band.from().toPlainString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void agreement(Agreement agreement) {
        json.writeObjectPropertyStart("agreement");
        group("company_expert", agreement.withCompany());
        group("experts", agreement.amongExperts());
        json.writeArrayPropertyStart("pairs");
        for (Agreement.Pair pair : agreement.pairs()) {
            json.writeStartObject();
            json.writeStringProperty("first", pair.first());
            json.writeStringProperty("second", pair.second());
            contents(pair.group());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void group(String name, AgreementGroup group) {
        if (group.companies() == 0) {
            json.writeNullProperty(name);
            return;
        }
        json.writeObjectPropertyStart(name);
        contents(group);
        json.writeEndObject();
    }

    private void contents(AgreementGroup group) {
        json.writeNumberProperty("companies", group.companies());
        layout.oneLine();
        json.writeObjectPropertyStart("all");
        figures(group.all());
        json.writeEndObject();
        json.writeArrayPropertyStart("sections");
        List<AgreementFigures> sections = group.sections();
        for (int i = 0; i < sections.size(); i++) {
            layout.oneLine();
            json.writeStartObject();
            json.writeNumberProperty("number", methodology.sections().get(i).number());
            figures(sections.get(i));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void figures(AgreementFigures figures) {
        json.writeNumberProperty("pairs", figures.pairs());
        json.writeNumberProperty("equal", figures.equal());
        json.writeName("percent_equal");
        figures.percentEqual().ifPresentOrElse(percent -> json.writeNumber(percent.toPlainString()), json::writeNull);
        coefficient("kappa", figures.kappa());
        coefficient("alpha", figures.alpha());
    }

    /** A number, or in words why there is none. */
    private void coefficient(String name, Coefficient coefficient) {
        json.writeName(name);
        coefficient
                .defined()
                .ifPresentOrElse(
                        value -> json.writeNumber(value.toPlainString()),
                        () -> json.writeString(coefficient
                                .state()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')));
    }

    private void sensitivity(Sensitivity sensitivity) {
        if (!sensitivity.isKnown()) {
            json.writeNullProperty("sensitivity");
            return;
        }
        layout.oneLine();
        json.writeObjectPropertyStart("sensitivity");
        json.writeStringProperty("source", sensitivity.source().word());
        json.writeName("rate").writeNumber(sensitivity.rate().toPlainString());
        json.writeNumberProperty("draws", sensitivity.draws());
        json.writeArrayPropertyStart("percentiles");
        json.writeNumber(Sensitivity.BEST_PERCENT);
        json.writeNumber(Sensitivity.WORST_PERCENT);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void text(String name, String text) {
        if (text.isEmpty()) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text);
        }
    }
}
