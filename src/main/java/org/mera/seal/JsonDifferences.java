package org.mera.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mera.export.Headings;
import org.mera.methodology.Methodology;
import tools.jackson.databind.JsonNode;

/** Names the values in which the sealed {@code ranking.json} and the recomputed one differ. */
final class JsonDifferences implements Lockstep.Meeting<RankingJsonFile.Entry> {

    private static final Pattern LAYERS_SCORES = Pattern.compile(".*, layers [0-9]+, scores");
    private static final Pattern NUMBERED = Pattern.compile(" [0-9]+(?=,|$)");
    private static final int LONGEST = 200;

    private final String file;
    private final Methodology methodology;
    private final String identity;
    private final Consumer<Difference> each;

    private JsonDifferences(String file, Methodology methodology, Consumer<Difference> each) {
        this.file = file;
        this.methodology = methodology;
        this.identity = Headings.identity(methodology.identification());
        this.each = each;
    }

    /**
     * Tells of each difference.
     *
     * @throws tools.jackson.core.JacksonException where the sealed file is no JSON
     */
    static void tell(String file, Path sealed, Path recomputed, Methodology methodology, Consumer<Difference> each)
            throws IOException {
        JsonDifferences differences = new JsonDifferences(file, methodology, each);
        try (InputStream before = Files.newInputStream(sealed);
                InputStream now = Files.newInputStream(recomputed);
                RankingJsonFile sealedFile = new RankingJsonFile(before);
                RankingJsonFile recomputedFile = new RankingJsonFile(now)) {
            Lockstep.walk(sealedFile, recomputedFile, differences::key, differences);
            differences.compare(0, "", sealedFile.head(), recomputedFile.head());
        }
    }

    private String key(RankingJsonFile.Entry entry) {
        return entry.company().path(identity).asString("");
    }

    @Override
    public void both(RankingJsonFile.Entry sealed, RankingJsonFile.Entry recomputed) {
        JsonNode before = sealed.company();
        JsonNode now = recomputed.company();
        if (before.equals(now)) {
            return;
        }
        layers(sealed.line(), key(sealed), before.path("layers"), now.path("layers"));
        if (sealed.list().equals(recomputed.list())) {
            compare(sealed.line(), key(sealed), before, now);
        } else {
            tell(sealed.line(), key(sealed), "stands in " + sealed.list() + ", belongs to " + recomputed.list());
        }
    }

    @Override
    public void sealedOnly(RankingJsonFile.Entry sealed) {
        tell(sealed.line(), key(sealed), "stands in " + sealed.list() + ", and nothing gives it");
    }

    @Override
    public void recomputedOnly(RankingJsonFile.Entry recomputed) {
        tell(0, key(recomputed), "is missing in " + recomputed.list());
    }

    /** Cells are named by the place that they come from. */
    private void layers(int line, String company, JsonNode sealed, JsonNode recomputed) {
        for (int i = 0; i < Math.min(sealed.size(), recomputed.size()); i++) {
            JsonNode now = recomputed.path(i);
            for (int criterion = 0; criterion < methodology.criterionCount(); criterion++) {
                for (int column = 0; column < methodology.columns().size(); column++) {
                    JsonNode before =
                            sealed.path(i).path("scores").path(criterion).path(column);
                    JsonNode found = now.path("scores").path(criterion).path(column);
                    if (!before.equals(found)) {
                        each.accept(new Difference(
                                now.path("file").asString(""),
                                now.path("records").path(criterion).asInt(0),
                                company + ", criterion " + (criterion + 1) + ", column "
                                        + methodology.columns().get(column).number() + ": stands " + shown(before)
                                        + " (" + file + ":" + line + "), found " + shown(found),
                                file + ", scores"));
                    }
                }
            }
        }
    }

    private void compare(int line, String path, JsonNode sealed, JsonNode recomputed) {
        if (sealed.equals(recomputed) || LAYERS_SCORES.matcher(path).matches()) {
            return;
        }
        if (sealed.isObject() && recomputed.isObject()) {
            Set<String> names = new TreeSet<>(sealed.propertyNames());
            names.addAll(recomputed.propertyNames());
            names.forEach(name -> compare(line, inside(path, name), sealed.get(name), recomputed.get(name), name));
        } else if (sealed.isArray() && recomputed.isArray() && sealed.size() == recomputed.size()) {
            for (int i = 0; i < sealed.size(); i++) {
                compare(line, path + " " + (i + 1), sealed.path(i), recomputed.path(i));
            }
        } else {
            tell(line, path, "stands " + shown(sealed) + ", recomputed " + shown(recomputed));
        }
    }

    private void compare(int line, String path, @Nullable JsonNode sealed, @Nullable JsonNode recomputed, String name) {
        if (sealed == null) {
            tell(line, path, name + " is missing");
        } else if (recomputed == null) {
            tell(line, path, "nothing gives " + name);
        } else {
            compare(line, path, sealed, recomputed);
        }
    }

    private void tell(int line, String path, String what) {
        each.accept(new Difference(file, line, path + ": " + what, kind(line, path)));
    }

    /** Of what is said of companies, without which company, and without which one of several. */
    private String kind(int line, String path) {
        String inside = line == 0 ? path : path.substring(Math.max(0, path.indexOf(", ")));
        String plain = NUMBERED.matcher(inside).replaceAll("");
        return file + (plain.isEmpty() || plain.startsWith(", ") ? plain : ", " + plain);
    }

    private static String inside(String path, String name) {
        return path.isEmpty() ? name : path + ", " + name;
    }

    private static String shown(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "nothing";
        }
        String text = node.isString() ? node.stringValue() : node.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
