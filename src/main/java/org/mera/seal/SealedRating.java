package org.mera.seal;

import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mera.company.Company;
import org.mera.company.Participation;
import org.mera.csv.CodePoints;
import org.mera.export.Headings;
import org.mera.methodology.Methodology;
import org.mera.submission.Assessor;
import org.mera.submission.Submission;
import tools.jackson.databind.JsonNode;

/** The rating as {@code ranking.json} has it: every layer's scores, without the inbox that they came from. */
final class SealedRating {

    private static final int LONGEST_SCORE = 20;
    private static final MathContext SHOWN = new MathContext(LONGEST_SCORE);

    private final Methodology methodology;
    private final int criteria;
    private final int columns;
    private final String identity;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, String> files = new HashMap<>();
    private final List<KnownCompany> companies = new ArrayList<>();

    private SealedRating(Methodology methodology) {
        this.methodology = methodology;
        this.criteria = methodology.criterionCount();
        this.columns = methodology.columns().size();
        this.identity = Headings.identity(methodology.identification());
    }

    /**
     * {@return what the file says of the companies}
     *
     * @throws tools.jackson.core.JacksonException where it is no JSON, or something is missing
     * @throws IllegalArgumentException            where a value is none
     */
    static KnownRating read(InputStream in, Methodology methodology) {
        SealedRating rating = new SealedRating(methodology);
        int registered;
        try (RankingJsonFile file = new RankingJsonFile(in)) {
            while (file.hasNext()) {
                RankingJsonFile.Entry entry = file.next();
                rating.add(entry.list().equals(RankingJsonFile.RANKED), entry.company());
            }
            registered = file.head().required("counts").required("registered").asInt();
            if (registered < 0) {
                throw new IllegalArgumentException(registered + " companies cannot be registered");
            }
        }
        rating.companies.sort((left, right) -> CodePoints.ORDER.compare(left.id(), right.id()));
        return new KnownRating(registered, rating.companies, List.of(), List.of());
    }

    private void add(boolean ranked, JsonNode json) {
        String id = json.required(identity).asString();
        if (!ids.add(id)) {
            throw new IllegalArgumentException("the company " + id + " stands in it twice");
        }
        String name = text(json, "name");
        List<KnownLayer> layers = new ArrayList<>();
        json.required("layers").forEach(layer -> layers.add(layer(layer)));
        Company company = !ranked
                ? null
                : new Company(
                        id,
                        name,
                        text(json, "industry"),
                        text(json, "region"),
                        Participation.of(text(json, "participation"))
                                .orElseThrow(() -> new IllegalArgumentException(id + " has no participation")));
        Submission.Status status = ranked
                ? Submission.Status.ACCEPTED
                : Submission.Status.valueOf(
                        text(json, "status").toUpperCase(Locale.ROOT).replace('-', '_'));
        companies.add(new KnownCompany(
                id,
                name,
                company,
                status,
                ranked ? 0 : json.required("errors").asInt(),
                json.required("warnings").asInt(),
                layers));
    }

    private KnownLayer layer(JsonNode json) {
        JsonNode records = json.required("records");
        JsonNode scores = json.required("scores");
        int[] known = new int[criteria];
        byte[] cells = new byte[criteria * columns];
        for (int criterion = 0; criterion < criteria; criterion++) {
            known[criterion] = records.path(criterion).asInt(0);
            JsonNode row = scores.path(criterion);
            for (int column = 0; column < columns; column++) {
                cells[criterion * columns + column] = units(row.path(column));
            }
        }
        String file = text(json, "file");
        return KnownLayer.of(
                Assessor.valueOf(text(json, "assessor").toUpperCase(Locale.ROOT)),
                text(json, "expert"),
                json.required("counts").asBoolean(),
                json.required("faulty").asBoolean(),
                files.computeIfAbsent(file, same -> same),
                known,
                cells);
    }

    private byte units(JsonNode score) {
        if (!score.isNumber()) {
            return -1;
        }
        BigDecimal points = score.decimalValue();
        // Written out, 1e999999999 would fill the memory.
        OptionalInt units = Math.abs((long) points.scale()) > LONGEST_SCORE || points.precision() > LONGEST_SCORE
                ? OptionalInt.empty()
                : methodology.scale().units(points.toPlainString());
        return (byte) units.orElseThrow(
                () -> new IllegalArgumentException(points.round(SHOWN).toString() + " is no score of the scale"));
    }

    private static String text(JsonNode json, String name) {
        @Nullable JsonNode value = json.get(name);
        return Optional.ofNullable(value)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .orElse("");
    }
}
