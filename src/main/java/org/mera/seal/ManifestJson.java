package org.mera.seal;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mera.committee.Approval;
import org.mera.export.CountsJson;
import org.mera.export.JsonLayout;
import org.mera.methodology.ScoreClass;
import org.mera.ranking.Comparability;
import org.mera.ranking.Counts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code manifest.json}: how a manifest is written and read. */
final class ManifestJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final Set<String> LANGUAGES = Set.of("ru", "en");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private ManifestJson() {}

    /** Writes the manifest and closes the stream. */
    static void write(Manifest manifest, OutputStream out) {
        JsonLayout layout = new JsonLayout();
        try (JsonGenerator json = layout.on(out)) {
            json.writeStartObject();
            json.writeNumberProperty("year", manifest.year());
            json.writeNumberProperty("revision", manifest.revision());
            committee(json, layout, manifest.committee());
            json.writeObjectPropertyStart("methodology");
            json.writeStringProperty("id", manifest.methodology().id());
            json.writeStringProperty("version", manifest.methodology().version());
            json.writeStringProperty("sha256", manifest.methodology().sha256());
            json.writeEndObject();
            json.writeStringProperty("cutoff", manifest.cutoff().toString());
            json.writeStringProperty("language", manifest.language());
            json.writeNumberProperty("rules", manifest.rules());
            terms(json, layout, manifest.terms());
            previous(json, layout, manifest.previous());
            json.writeStringProperty("program", manifest.program());
            layout.oneLine();
            CountsJson.write(json, "counts", manifest.counts());
            files(json, layout, "inputs", manifest.inputs());
            files(json, layout, "outputs", manifest.outputs());
            json.writeEndObject();
        }
    }

    private static void committee(JsonGenerator json, JsonLayout layout, Manifest.Committee committee) {
        json.writeNumberProperty("edition", committee.edition());
        json.writeStringProperty("state", committee.state());
        Approval approval = committee.approval();
        if (approval != null) {
            layout.oneLine();
            json.writeObjectPropertyStart("approval");
            json.writeStringProperty("protocol", approval.protocol());
            json.writeStringProperty("date", approval.date().toString());
            Manifest.SealedLog log = committee.log();
            if (log != null) {
                json.writeNumberProperty("log_entries", log.entries());
                json.writeStringProperty("log_sha256", log.sha256());
            }
            json.writeEndObject();
        }
        json.writeNumberProperty("decisions", committee.decisions());
    }

    private static void terms(JsonGenerator json, JsonLayout layout, Manifest.Terms terms) {
        json.writeArrayPropertyStart("classes");
        for (ScoreClass band : terms.classes()) {
            layout.oneLine();
            json.writeStartObject();
            json.writeStringProperty("label", band.label());
            json.writeName("from").writeNumber(band.from().toPlainString());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (!terms.classesVersion().isEmpty()) {
            json.writeStringProperty("classes_version", terms.classesVersion());
        }
        BigDecimal disagreement = terms.disagreement();
        if (disagreement != null) {
            json.writeNumberProperty("disagreement", disagreement);
        }
    }

    private static void previous(JsonGenerator json, JsonLayout layout, Manifest.@Nullable Previous previous) {
        if (previous != null) {
            layout.oneLine();
            json.writeObjectPropertyStart("previous");
            json.writeNumberProperty("year", previous.year());
            json.writeStringProperty("methodology_version", previous.methodologyVersion());
            json.writeStringProperty("comparability", previous.comparability().word());
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
                committee(json),
                new Manifest.MethodologyEdition(
                        text(methodology, "id"), text(methodology, "version"), text(methodology, "sha256")),
                LocalDate.parse(text(json, "cutoff")),
                language(json),
                json.required("rules").intValue(),
                terms(json),
                previous(json),
                counts(json.required("counts")),
                text(json, "program"),
                files(json.required("inputs")),
                files(json.required("outputs")));
    }

    private static String language(JsonNode json) {
        String language = text(json, "language");
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("«" + language + "» is no language of a set; it is ru or en");
        }
        return language;
    }

    /** Sets of before there was a committee say nothing of it. */
    private static Manifest.Committee committee(JsonNode json) {
        int edition = json.path("edition").asInt(1);
        JsonNode approval = json.get("approval");
        boolean approved = json.path("state").asString("preliminary").equals("approved");
        if (approved != (approval != null)) {
            throw new IllegalArgumentException("What is approved has an approval, what is not has none");
        }
        return new Manifest.Committee(
                edition,
                approval == null
                        ? null
                        : new Approval(edition, text(approval, "protocol"), LocalDate.parse(text(approval, "date"))),
                approval == null
                        ? null
                        : new Manifest.SealedLog(
                                approval.required("log_entries").longValue(), text(approval, "log_sha256")),
                json.path("decisions").asInt(0));
    }

    private static Manifest.Terms terms(JsonNode json) {
        List<ScoreClass> classes = new ArrayList<>();
        for (JsonNode band : json.path("classes")) {
            classes.add(new ScoreClass(text(band, "label"), share(band.required("from"), "percentage", HUNDRED, 2)));
        }
        JsonNode disagreement = json.get("disagreement");
        return new Manifest.Terms(
                classes,
                json.path("classes_version").asString(""),
                disagreement == null ? null : share(disagreement, "disagreement", HALF, 4));
    }

    /** As a job file may say it. */
    private static BigDecimal share(JsonNode json, String what, BigDecimal maximum, int decimals) {
        BigDecimal share = json.decimalValue();
        if (share.signum() < 0
                || share.compareTo(maximum) > 0
                || share.stripTrailingZeros().scale() > decimals) {
            throw new IllegalArgumentException(share.round(MathContext.DECIMAL32) + " is no " + what + "; it is 0 to "
                    + maximum + ", with at most " + decimals + " decimals");
        }
        return share;
    }

    private static Manifest.@Nullable Previous previous(JsonNode json) {
        JsonNode previous = json.get("previous");
        return previous == null
                ? null
                : new Manifest.Previous(
                        previous.required("year").intValue(),
                        text(previous, "methodology_version"),
                        Comparability.of(text(previous, "comparability")));
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
