package org.mera.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mera.csv.Sha256;
import org.mera.seal.Publication.Step;

class PublicationTest {

    /** A set and the one that replaces it: a file changed, others gone, one new. */
    private static final Map<String, String> FIRST =
            Map.of("ranking.csv", "one", "returns/1.csv", "a", "returns/2.csv", "b", "companies/old/1.pdf", "c");

    private static final Map<String, String> SECOND =
            Map.of("ranking.csv", "two", "returns/2.csv", "b2", "companies/1.pdf", "d");

    private final Path folder;
    private final Path target;

    PublicationTest(@TempDir Path folder) {
        this.folder = folder;
        this.target = folder.resolve("out").resolve("2025");
    }

    @Test
    void putsTheFilesInTheirPlacesAndTheManifestBesideThem() throws IOException {
        publish(1, FIRST);

        assertThat(contents()).containsExactlyInAnyOrderEntriesOf(withManifest(FIRST));
        assertThat(new OutputSet(target).differences()).isEmpty();
    }

    @Test
    void writesTheManifestWithSizesAndHashesByPath() throws IOException {
        publish(1, Map.of("б.csv", "", "a/b.csv", "абв", "ranking.csv", "abc"));

        assertThat(Files.readString(target.resolve("manifest.json")))
                .isEqualTo(
                        """
                        {
                         "year": 2025,
                         "revision": 1,
                         "edition": 1,
                         "state": "preliminary",
                         "decisions": 0,
                         "methodology": {
                          "id": "sample-rating",
                          "version": "2025",
                          "sha256": "5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e"
                         },
                         "cutoff": "2026-04-30",
                         "language": "ru",
                         "rules": 1,
                         "classes": [],
                         "program": "0.1.0",
                         "counts": {"registered":3,"handed_in":2,"accepted":1,"rejected":1,"warned":1,"ranked":1,"withdrawn":0},
                         "inputs": [
                          {"path":"companies.csv","size":120,"sha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
                          {"path":"эксперт «1».csv","size":300,"sha256":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}
                         ],
                         "outputs": [
                          {"path":"a/b.csv","size":6,"sha256":"39e305d37ff46062cc8bfc3ca667491e07d17cfa2e71404c641381fa1b8cc2ca"},
                          {"path":"ranking.csv","size":3,"sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
                          {"path":"б.csv","size":0,"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}
                         ]
                        }
                        """);
    }

    @Test
    void replacesThePreviousSetAndLeavesForeignFilesAlone() throws IOException {
        publish(1, FIRST);
        Files.writeString(target.resolve("notes.txt"), "foreign");
        Files.writeString(target.resolve("companies/old/notes.txt"), "foreign");

        publish(2, SECOND);

        Map<String, String> expected = withManifest(SECOND);
        expected.put("notes.txt", "foreign");
        expected.put("companies/old/notes.txt", "foreign");
        assertThat(contents()).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(new OutputSet(target).manifest().orElseThrow().revision()).isEqualTo(2);
    }

    @Test
    void deletesFoldersOfOursThatBecameEmpty() throws IOException {
        publish(1, FIRST);
        publish(2, Map.of("ranking.csv", "two"));

        assertThat(paths()).containsExactlyInAnyOrder("manifest.json", "ranking.csv");
    }

    @Test
    void keepsFilesOfThePreviousSetAsTheyStand() throws IOException {
        publish(1, FIRST);
        Files.writeString(target.resolve("returns/2.csv"), "touched");

        Manifest manifest;
        try (Publication publication = Publication.begin(target)) {
            assertThat(publication.keep("returns/1.csv")).isTrue();
            assertThat(publication.keep("returns/2.csv")).isFalse();
            assertThat(publication.keep("returns/3.csv")).isFalse();
            write(publication, "returns/2.csv", "b");
            manifest = publication.publish(SampleManifest.ofRevision(2));
        }

        assertThat(manifest.outputs()).extracting(SealedFile::path).containsExactly("returns/1.csv", "returns/2.csv");
        assertThat(contents())
                .containsExactlyInAnyOrderEntriesOf(withManifest(Map.of("returns/1.csv", "a", "returns/2.csv", "b")));
        assertThat(new OutputSet(target).differences()).isEmpty();
    }

    @Test
    void leavesThePreviousSetAsItWasWhenItIsNotPublished() throws IOException {
        publish(1, FIRST);
        try (Publication publication = Publication.begin(target)) {
            write(publication, "ranking.csv", "two");
        }

        assertThat(contents()).containsExactlyInAnyOrderEntriesOf(withManifest(FIRST));
        assertThat(paths()).noneMatch(path -> path.startsWith("."));
        assertThat(new OutputSet(target).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void isPutInOrderByTheNextOneWhereverItWasKilled(Step step) throws IOException {
        int times = step == Step.FILE_MOVED ? SECOND.size() : 1;
        for (int time = 1; time <= times; time++) {
            publish(1, FIRST);
            Files.writeString(target.resolve("returns/notes.txt"), "foreign");

            killAt(step, time);

            assertThat(new OutputSet(target).differences())
                    .as("killed at %s %d", step, time)
                    .isEqualTo(differencesAfter(step));
            publish(3, Map.of("ranking.csv", "three"));
            assertThat(contents())
                    .as("killed at %s %d", step, time)
                    .containsExactlyInAnyOrderEntriesOf(new TreeMap<>(
                            Map.of("manifest.json", "", "ranking.csv", "three", "returns/notes.txt", "foreign")));
            assertThat(new OutputSet(target).differences()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"PREPARED", "JOURNAL_WRITTEN"})
    void leavesThePreviousSetAsItWasWhenKilledBeforeItsManifestIsRemoved(Step step) throws IOException {
        publish(1, FIRST);

        killAt(step, 1);

        assertThat(new OutputSet(target).manifest().orElseThrow().revision()).isEqualTo(1);
        Map<String, String> visible = contents();
        visible.keySet().removeIf(path -> path.startsWith("."));
        assertThat(visible).containsExactlyInAnyOrderEntriesOf(withManifest(FIRST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ranking.csv", "manifest.json"})
    void leavesThePreviousSetAsItWasWhenAFolderStandsInAFilesPlace(String name) throws IOException {
        publish(1, Map.of("returns/1.csv", "a"));
        Path manifest = Files.move(target.resolve("manifest.json"), folder.resolve("manifest.json"));
        Files.createDirectories(target.resolve(name).resolve("foreign"));
        if (!name.equals("manifest.json")) {
            Files.move(manifest, target.resolve("manifest.json"));
        }
        Set<String> before = paths();

        assertThatExceptionOfType(OutputException.class)
                .isThrownBy(() -> publish(2, SECOND))
                .withMessage("Cannot write to " + target + ": a folder stands where the file " + name
                        + " is needed; move it away and run again");

        assertThat(paths()).containsAll(before);
        assertThat(Files.readString(target.resolve("returns/1.csv"))).isEqualTo("a");
        assertThat(paths()).noneMatch(path -> path.startsWith(".") && !path.startsWith(".printed"));
    }

    @Test
    void refusesAFileInAFoldersPlaceAndLeavesThePreviousSetAsItWas() throws IOException {
        publish(1, Map.of("ranking.csv", "one"));
        Files.writeString(target.resolve("returns"), "foreign");

        assertThatExceptionOfType(OutputException.class)
                .isThrownBy(() -> publish(2, SECOND))
                .withMessage("Cannot write to " + target + ": a file stands where a folder is needed ("
                        + target.resolve("returns") + "); move it away or name another folder by --out");

        assertThat(new OutputSet(target).differences()).isEmpty();
        assertThat(Files.readString(target.resolve("ranking.csv"))).isEqualTo("one");
    }

    @Test
    void refusesALinkInAFoldersPlace() throws IOException {
        Files.createDirectories(target);
        Files.createSymbolicLink(target.resolve("returns"), Files.createDirectories(folder.resolve("elsewhere")));

        assertThatExceptionOfType(OutputException.class)
                .isThrownBy(() -> publish(1, FIRST))
                .withMessage("Cannot write to " + target + ": the folder " + target.resolve("returns")
                        + " is a link; put a folder in its place and run again");
    }

    @Test
    void refusesATargetThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("out"), "foreign");

        assertThatExceptionOfType(OutputException.class)
                .isThrownBy(() -> Publication.begin(file))
                .withMessage("Cannot write to " + file + ": a file stands where a folder is needed (" + file
                        + "); move it away or name another folder by --out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../ranking.csv",
                "a/../../b",
                "a//b",
                "a/.",
                ".hidden",
                "a\\..\\b",
                "C:x",
                "a\nb",
                "manifest.json"
            })
    void refusesNamesThatLeadOutOfTheSet(String name) {
        try (Publication publication = Publication.begin(target)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> publication.newFile(name))
                    .withMessage("«" + name + "» is no name of an output inside the set");
        }
    }

    @Test
    void refusesToPublishAFileThatIsNotFinished() throws IOException {
        try (Publication publication = Publication.begin(target);
                OutputStream out = publication.newFile("ranking.csv")) {
            out.write('1');

            assertThatIllegalStateException()
                    .isThrownBy(() -> publication.publish(SampleManifest.ofRevision(1)))
                    .withMessage("ranking.csv is not finished");
        }
    }

    @Test
    void refusesAFileTwice() throws IOException {
        try (Publication publication = Publication.begin(target)) {
            write(publication, "ranking.csv", "one");

            assertThatIllegalStateException()
                    .isThrownBy(() -> publication.newFile("ranking.csv"))
                    .withMessage("ranking.csv is written twice");
        }
    }

    @Test
    void takesFilesFromSeveralThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Publication publication = Publication.begin(target)) {
            List<Future<?>> writing = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String name = "companies/" + i + ".pdf";
                writing.add(threads.submit(() -> {
                    write(publication, name, name.repeat(10_000));
                    return null;
                }));
            }
            for (Future<?> one : writing) {
                one.get();
            }
            assertThat(publication.publish(SampleManifest.ofRevision(1)).outputs())
                    .hasSize(40);
        } finally {
            threads.shutdownNow();
        }
        assertThat(new OutputSet(target).differences()).isEmpty();
    }

    @Test
    void publishesMoreFilesThanMayWaitForTheDisk() throws IOException {
        Map<String, String> returns = new TreeMap<>();
        for (int i = 0; i < 1000; i++) {
            returns.put("returns/" + i + ".csv", "return " + i);
        }

        publish(1, returns);

        assertThat(contents()).containsExactlyInAnyOrderEntriesOf(withManifest(returns));
        assertThat(new OutputSet(target).differences()).isEmpty();
    }

    private void publish(int revision, Map<String, String> files) throws IOException {
        try (Publication publication = Publication.begin(target)) {
            writeAll(publication, files);
            publication.publish(SampleManifest.ofRevision(revision));
        }
    }

    @Test
    void takesOverAPaperOfThePreviousSet() throws IOException {
        publish(1, Map.of("companies/1.pdf", "one", "companies/2.pdf", "two", "companies/3.pdf", "three"));
        Files.writeString(target.resolve("companies/2.pdf"), "TWO");

        try (Publication publication = Publication.begin(target)) {
            assertThat(publication.takeOver(sealed("companies/1.pdf", "one"))).isTrue();
            assertThat(publication.takeOver(sealed("companies/2.pdf", "two"))).isFalse();
            assertThat(publication.takeOver(sealed("companies/3.pdf", "THREE"))).isFalse();
            assertThat(publication.takeOver(sealed("companies/4.pdf", "four"))).isFalse();
            publication.publish(SampleManifest.ofRevision(2));
        }

        assertThat(contents()).containsExactlyInAnyOrderEntriesOf(withManifest(Map.of("companies/1.pdf", "one")));
        assertThat(new OutputSet(target).differences()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesOverAPaperThatAPublicationHadPrintedWhichCameToNothing(boolean killed) throws IOException {
        publish(1, Map.of("companies/1.pdf", "old"));
        Publication failed = Publication.begin(target);
        writeAll(failed, Map.of("companies/1.pdf", "one", "committee-report.pdf", "all", "ranking.csv", "x"));
        if (!killed) {
            failed.close();
            assertThat(paths()).noneMatch(path -> path.startsWith(".staging"));
        }
        Publication.begin(target).close();

        try (Publication publication = Publication.begin(target)) {
            assertThat(publication.takeOver(sealed("companies/1.pdf", "another")))
                    .isFalse();
            assertThat(publication.takeOver(sealed("companies/1.pdf", "one"))).isTrue();
            assertThat(publication.takeOver(sealed("committee-report.pdf", "all")))
                    .isTrue();
            publication.publish(SampleManifest.ofRevision(2));
        }

        assertThat(contents())
                .containsExactlyInAnyOrderEntriesOf(
                        withManifest(Map.of("companies/1.pdf", "one", "committee-report.pdf", "all")));
        assertThat(new OutputSet(target).differences()).isEmpty();
    }

    private static SealedFile sealed(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new SealedFile(
                name, bytes.length, HexFormat.of().formatHex(Sha256.digest().digest(bytes)));
    }

    /** Publishes the second set and stops dead at this step, as a killed process does: nothing is closed. */
    private void killAt(Step fatal, int time) throws IOException {
        int[] left = {time};
        Publication publication = Publication.begin(target, step -> {
            if (step == fatal && --left[0] == 0) {
                throw new Killed();
            }
        });
        writeAll(publication, SECOND);
        assertThatExceptionOfType(Killed.class).isThrownBy(() -> publication.publish(SampleManifest.ofRevision(2)));
    }

    private static List<Difference> differencesAfter(Step step) {
        return EnumSet.range(Step.OLD_MANIFEST_REMOVED, Step.LEFTOVERS_DELETED).contains(step)
                ? List.of(new Difference("manifest.json", Difference.Kind.MISSING))
                : List.of();
    }

    private static void writeAll(Publication publication, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            write(publication, file.getKey(), file.getValue());
        }
    }

    private static void write(Publication publication, String name, String text) throws IOException {
        try (OutputStream out = publication.newFile(name)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Map<String, String> withManifest(Map<String, String> files) {
        Map<String, String> all = new TreeMap<>(files);
        all.put("manifest.json", "");
        return all;
    }

    /** Every file below the target with its text; the manifest's text is left out. */
    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (String path : paths()) {
            Path file = target.resolve(path);
            if (Files.isRegularFile(file)) {
                contents.put(path, path.endsWith("manifest.json") ? "" : Files.readString(file));
            }
        }
        return contents;
    }

    private Set<String> paths() throws IOException {
        try (Stream<Path> walk = Files.walk(target)) {
            return walk.filter(path -> !path.equals(target))
                    .map(path -> target.relativize(path).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
