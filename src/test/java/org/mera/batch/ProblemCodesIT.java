package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mera.csv.ProblemCode;
import org.mera.cycle.ChunkFailure.Since;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Each problem code from a file in an inbox to the line of problems.csv, by the cases of {@code spec/problem-codes.yaml}. The cases of a methodology
 * are revisions of one cycle, one after another.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemCodesIT {

    private static final Map<String, String> COMPANIES = Map.of(
            "9700000010", "9700000010;Пример-010;Банки;Регион-01;очный\n",
            "9700000027", "9700000027;Пример-027;Энергетика;Регион-02;заочный\n",
            "9700000034", "9700000034;Пример-034;Связь;Регион-03;заочный\n",
            "0197000260", "0197000260;Пример-260;Связь;Регион-04;заочный\n");
    /** Of files that are handed over to a command rather than in. */
    private static final Set<ProblemCode> OF_OTHER_FILES = EnumSet.of(
            ProblemCode.UNKNOWN_COLUMN,
            ProblemCode.UNKNOWN_CLASS,
            ProblemCode.MISSING_REASON,
            ProblemCode.NOT_ACCEPTED,
            ProblemCode.DUPLICATE_DECISION,
            ProblemCode.UNKNOWN_OUTCOME,
            ProblemCode.DUPLICATE_VERIFICATION,
            ProblemCode.BAD_YEAR,
            ProblemCode.BAD_RANK,
            ProblemCode.BAD_INDICATOR,
            ProblemCode.DUPLICATE_RANK);

    private static final List<String> RUSSIAN_AND_ENGLISH = List.of("ru", "en");

    private final Path folder;
    private final Map<String, RatingHome> homes = new HashMap<>();

    ProblemCodesIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterAll
    void close() {
        homes.values().forEach(RatingHome::close);
    }

    @TestFactory
    Stream<DynamicTest> saysOfEachInboxWhatItIsToSay() throws IOException {
        return cases().stream()
                .map(spec -> DynamicTest.dynamicTest(spec.get("id").asString(), () -> check(spec)));
    }

    /** A file that cannot be read is no problem of what was handed in: it fails its chunk. */
    @Test
    void hasACaseForEachCodeInBothLanguages() throws IOException {
        Set<String> russian = new HashSet<>();
        Set<String> english = new HashSet<>();
        for (JsonNode spec : cases()) {
            russian.addAll(codes(spec, "problems"));
            english.addAll(codes(spec, "english"));
        }
        Set<String> all = Stream.of(ProblemCode.values())
                .filter(code -> code != ProblemCode.UNREADABLE_FILE && !OF_OTHER_FILES.contains(code))
                .map(ProblemCode::code)
                .collect(Collectors.toSet());

        assertThat(russian).isEqualTo(all);
        assertThat(english).isEqualTo(all);
    }

    @Test
    void failsAndPublishesNothingWhereAFileCannotBeRead() throws IOException {
        RatingHome home = home("").clearInbox().language("ru");
        home.write("companies.csv", CaseText.REGISTER + COMPANIES.get("9700000010"))
                .write("a.csv", TableText.of("9700000010").file());
        int published = home.run().revision();
        SortedMap<String, String> outputs = home.outputs();
        Path link = home.inbox().resolve("b.csv");
        Files.createSymbolicLink(link, home.inbox().resolve("nowhere"));

        RunSummary failed = home.run();

        assertThat(failed.outcome()).isEqualTo(RunSummary.Outcome.FAILED);
        assertThat(failed.failedChunks()).isEqualTo(1);
        assertThat(failed.messages())
                .containsExactly(
                        "1 chunk failed: unreadable-file: " + link + " is not there, or is a link that leads nowhere",
                        "Nothing was ranked or published, the files of revision " + published
                                + " are as they were. Remove the cause, then rerun.");
        assertThat(home.outputs()).isEqualTo(outputs);
        RunStatus.Run run = home.status().runs().get(0);
        assertThat(run.state()).isEqualTo("FAILED");
        assertThat(run.counts()).isNull();
        assertThat(run.failedChunks())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("chunk", "time")
                .containsExactly(new RunStatus.FailedChunk(
                        "discover",
                        0,
                        1,
                        "files",
                        "b.csv",
                        "b.csv",
                        "b.csv",
                        "unreadable-file: " + link + " is not there, or is a link that leads nowhere",
                        1,
                        1,
                        Instant.EPOCH,
                        Since.FAILED));

        Files.delete(link);
        home.write("b.csv", TableText.DOCUMENTS);
        assertThat(home.run().outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(ranked(home)).containsExactly("9700000010");
    }

    private void check(JsonNode spec) throws IOException {
        RatingHome home = home(spec.path("methodology").asString("")).clearInbox();
        home.write("companies.csv", register(spec));
        for (Map.Entry<String, JsonNode> file : spec.get("inbox").properties()) {
            String manner = spec.path("as").path(file.getKey()).asString("");
            home.write(file.getKey(), CaseText.bytes(file.getValue().asString(), manner));
        }
        for (String language : RUSSIAN_AND_ENGLISH) {
            String key = language.equals("ru") ? "problems" : "english";
            if (spec.has(key)) {
                check(home.language(language), spec, key);
            }
        }
    }

    private static void check(RatingHome home, JsonNode spec, String key) {
        int before = revision(home);
        RunSummary summary = home.run();

        assertThat(home.lines("problems.csv"))
                .containsExactlyElementsOf(
                        texts(spec, key).stream().flatMap(String::lines).toList());
        assertThat(ranked(home)).isEqualTo(texts(spec, "ranked"));
        assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(summary.messages()).isEmpty();
        assertThat(home.differences()).isEmpty();
        assertThat(summary.revision()).isEqualTo(before + 1);
        assertThat(List.of(summary.errors(), summary.warnings()))
                .isEqualTo(List.of(count(spec, key, "error"), count(spec, key, "warning")));
    }

    private RatingHome home(String methodology) {
        return homes.computeIfAbsent(methodology, name -> {
            RatingHome home = new RatingHome(folder.resolve("home-" + name));
            return name.isEmpty() ? home : home.methodology(resource("/methodology/" + name + ".yaml"));
        });
    }

    private static String register(JsonNode spec) {
        List<String> companies = spec.has("register") ? texts(spec, "register") : List.of("9700000010");
        return CaseText.REGISTER + companies.stream().map(COMPANIES::get).collect(Collectors.joining());
    }

    private static List<String> ranked(RatingHome home) {
        return home.lines("ranking.csv").stream()
                .map(line -> line.split(",", -1)[1])
                .sorted()
                .toList();
    }

    private static int revision(RatingHome home) {
        List<RunStatus.Run> runs = home.status().runs();
        return runs.isEmpty() ? 0 : Objects.requireNonNull(runs.get(0).revision());
    }

    private static int count(JsonNode spec, String key, String severity) {
        return (int) texts(spec, key).stream()
                .filter(line -> line.split(",", -1)[5].equals(severity))
                .count();
    }

    private static Set<String> codes(JsonNode spec, String key) {
        return texts(spec, key).stream().map(line -> line.split(",", -1)[6]).collect(Collectors.toSet());
    }

    private static List<String> texts(JsonNode spec, String key) {
        List<String> texts = new ArrayList<>();
        spec.path(key).forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static List<JsonNode> cases() throws IOException {
        try (InputStream in = ProblemCodesIT.class.getResourceAsStream("/spec/problem-codes.yaml")) {
            return new YAMLMapper().readTree(in).valueStream().toList();
        }
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(ProblemCodesIT.class.getResource(name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
