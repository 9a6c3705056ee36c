package org.mera.export;

import java.io.OutputStream;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * How Mera lays out JSON: an entry a line, indented by one space, LF on every system; what the writer marks as {@link #oneLine} stays on a line,
 * so that a large file is both small and comparable line by line. One layout serves one file.
 */
public final class JsonLayout implements PrettyPrinter {

    // A file that could not be finished must not look whole: its brackets stay open.
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_CONTENT).build();

    private int depth;
    private int flatDepth;
    private boolean flatNext;

    /** {@return a generator that writes UTF-8 in this layout, and closes the stream when it is closed} */
    public JsonGenerator on(OutputStream out) {
        ObjectWriteContext context = new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return JsonLayout.this;
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        };
        return FACTORY.createGenerator(context, out, JsonEncoding.UTF8);
    }

    /** The next object or array that is begun, and all that is in it, stays on one line. */
    public void oneLine() {
        flatNext = true;
    }

    @Override
    public void writeStartObject(JsonGenerator json) {
        start(json, '{');
    }

    @Override
    public void writeStartArray(JsonGenerator json) {
        start(json, '[');
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) {
        breakLine(json);
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) {
        breakLine(json);
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator json) {
        json.writeRaw(isFlat() ? ":" : ": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) {
        json.writeRaw(',');
        breakLine(json);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
        json.writeRaw(',');
        breakLine(json);
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) {
        end(json, entries, '}');
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) {
        end(json, values, ']');
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator json) {
        json.writeRaw('\n');
    }

    private boolean isFlat() {
        return flatDepth > 0;
    }

    private void start(JsonGenerator json, char bracket) {
        json.writeRaw(bracket);
        depth++;
        if (flatNext && !isFlat()) {
            flatDepth = depth;
        }
        flatNext = false;
    }

    private void end(JsonGenerator json, int size, char bracket) {
        boolean flat = isFlat();
        if (flatDepth == depth) {
            flatDepth = 0;
        }
        depth--;
        if (size > 0 && !flat) {
            breakLine(json);
        }
        json.writeRaw(bracket);
        if (depth == 0) {
            json.writeRaw('\n');
        }
    }

    private void breakLine(JsonGenerator json) {
        if (!isFlat()) {
            json.writeRaw('\n');
            for (int i = 0; i < depth; i++) {
                json.writeRaw(' ');
            }
        }
    }
}
