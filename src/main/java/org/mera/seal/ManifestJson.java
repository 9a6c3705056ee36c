package org.mera.seal;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mera.export.CountsJson;
import org.mera.export.JsonLayout;
import org.mera.ranking.Counts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code manifest.json}: how a manifest is written and read. */
final class ManifestJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ManifestJson() {}

    /** Writes the manifest and closes the stream. */
    static void write(Manifest manifest, OutputStream out) {
        JsonLayout layout = new JsonLayout();
        try (JsonGenerator json = layout.on(out)) {
            json.writeStartObject();
            json.writeNumberProperty("year", manifest.year());
            json.writeNumberProperty("revision", manifest.revision());
            json.writeObjectPropertyStart("methodology");
            json.writeStringProperty("id", manifest.methodology().id());
            json.writeStringProperty("version", manifest.methodology().version());
            json.writeStringProperty("sha256", manifest.methodology().sha256());
            json.writeEndObject();
            json.writeStringProperty("cutoff", manifest.cutoff().toString());
            json.writeStringProperty("language", manifest.language());
            json.writeNumberProperty("rules", manifest.rules());
            json.writeStringProperty("program", manifest.program());
            layout.oneLine();
            CountsJson.write(json, "counts", manifest.counts());
            files(json, layout, "inputs", manifest.inputs());
            files(json, layout, "outputs", manifest.outputs());
            json.writeEndObject();
        }
    }

    private static void files(JsonGenerator json, JsonLayout layout, String name, List<SealedFile> files) {
        json.writeArrayPropertyStart(name);
        for (SealedFile file : files) {
            layout.oneLine();
            json.writeStartObject();
            json.writeStringProperty("path", file.path());
            json.writeNumberProperty("size", file.size());
            json.writeStringProperty("sha256", file.sha256());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /**
     * {@return the manifest in a file}
     *
     * @throws DamagedManifestException where the file cannot be read or is none
     */
    static Manifest read(Path file) {
        try {
            return manifest(MAPPER.readTree(file.toFile()));
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new DamagedManifestException(file, e);
        }
    }

    private static Manifest manifest(JsonNode json) {
        JsonNode methodology = json.required("methodology");
        return new Manifest(
                json.required("year").intValue(),
                json.required("revision").intValue(),
                new Manifest.MethodologyEdition(
                        text(methodology, "id"), text(methodology, "version"), text(methodology, "sha256")),
                LocalDate.parse(text(json, "cutoff")),
                text(json, "language"),
                json.required("rules").intValue(),
                counts(json.required("counts")),
                text(json, "program"),
                files(json.required("inputs")),
                files(json.required("outputs")));
    }

    private static Counts counts(JsonNode json) {
        return new Counts(
                json.required("registered").intValue(),
                json.required("handed_in").intValue(),
                json.required("accepted").intValue(),
                json.required("rejected").intValue(),
                json.required("warned").intValue(),
                json.required("ranked").intValue(),
                json.path("withdrawn").asInt(0));
    }

    private static List<SealedFile> files(JsonNode json) {
        List<SealedFile> files = new ArrayList<>(json.size());
        for (JsonNode file : json) {
            files.add(new SealedFile(text(file, "path"), file.required("size").longValue(), text(file, "sha256")));
        }
        return files;
    }

    private static String text(JsonNode json, String name) {
        return json.required(name).stringValue();
    }
}
