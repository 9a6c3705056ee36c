package org.mera.export;

import java.util.Locale;
import org.mera.methodology.Column;
import org.mera.methodology.Criterion;
import org.mera.methodology.LocalizedText;
import org.mera.methodology.Methodology;
import org.mera.methodology.Scale;
import org.mera.methodology.Section;
import tools.jackson.core.JsonGenerator;

/** What a reader of ranking.json needs of the methodology: titles, scale and maximum, columns, sections. */
final class MethodologyJson {

    private final JsonGenerator json;
    private final JsonLayout layout;

    private MethodologyJson(JsonGenerator json, JsonLayout layout) {
        this.json = json;
        this.layout = layout;
    }

    /** Writes its properties into the object that is open. */
    static void write(JsonGenerator json, JsonLayout layout, Methodology methodology) {
        MethodologyJson writer = new MethodologyJson(json, layout);
        writer.title("title", methodology.title());
        json.writeStringProperty(
                "identification", methodology.identification().name().toLowerCase(Locale.ROOT));
        writer.maximum(methodology);
        json.writeArrayPropertyStart("columns");
        methodology.columns().forEach(writer::column);
        json.writeEndArray();
        json.writeArrayPropertyStart("sections");
        methodology.sections().forEach(writer::section);
        json.writeEndArray();
    }

    private void maximum(Methodology methodology) {
        Scale scale = methodology.scale();
        layout.oneLine();
        json.writeObjectPropertyStart("scale");
        json.writeName("step").writeNumber(scale.points(1));
        json.writeName("maximum").writeNumber(scale.points(scale.maximumUnits()));
        json.writeEndObject();
        layout.oneLine();
        json.writeObjectPropertyStart("maximum");
        json.writeName("column").writeNumber(scale.points(methodology.columnMaximum()));
        json.writeName("total").writeNumber(scale.points(methodology.totalMaximum()));
        json.writeEndObject();
    }

    private void column(Column column) {
        layout.oneLine();
        json.writeStartObject();
        json.writeNumberProperty("number", column.number());
        json.writeStringProperty("heading", column.heading());
        title("title", column.title());
        json.writeEndObject();
    }

    private void section(Section section) {
        layout.oneLine();
        json.writeStartObject();
        json.writeNumberProperty("number", section.number());
        title("title", section.title());
        json.writeArrayPropertyStart("criteria");
        for (Criterion criterion : section.criteria()) {
            json.writeNumber(criterion.number());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void title(String name, LocalizedText title) {
        layout.oneLine();
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("ru", title.ru());
        json.writeStringProperty("en", title.en());
        json.writeEndObject();
    }
}
