package org.mera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands in a folder of outputs, judged by its bytes alone: none of the program's own classes is asked. */
final class OutputFolder {

    private static final String MANIFEST = "manifest.json";
    private static final String JOURNAL = ".publishing";
    private static final String STAGING = ".staging-";

    private final Path folder;

    OutputFolder(Path folder) {
        this.folder = folder;
    }

    /** A whole set: the hash of each file but the manifest, and the manifest without the revision's number. */
    record Sealed(SortedMap<String, String> files, String manifest) {}

    /** {@return the set that stands in the folder} It must be valid. */
    Sealed sealed() {
        requireValid();
        return new Sealed(files(), manifest().replaceFirst("\"revision\": *\\d+", "\"revision\": *"));
    }

    /** {@return the hash of each file that stands under its final name, the manifest left out} */
    SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        for (String name : names()) {
            if (!isAside(name) && !name.equals(MANIFEST)) {
                files.put(name, sha256(folder.resolve(name)));
            }
        }
        return files;
    }

    boolean hasManifest() {
        return folder.resolve(MANIFEST).toFile().exists();
    }

    boolean hasJournal() {
        return folder.resolve(JOURNAL).toFile().exists();
    }

    /** {@return how many companies' files a publication has put aside and not yet put in their places} They may go while they are counted. */
    long stagedReturns() {
        File[] stagings = folder.toFile().listFiles((inFolder, name) -> name.startsWith(STAGING));
        return stagings == null
                ? 0
                : Stream.of(stagings)
                        .map(staging -> new File(staging, "returns").list())
                        .filter(Objects::nonNull)
                        .mapToLong(names -> names.length)
                        .sum();
    }

    /** {@return what a publication has put aside and not taken away} */
    List<String> leftAside() {
        return names().stream().filter(OutputFolder::isAside).toList();
    }

    /** Makes sure that the manifest tells of each file that is there, and of no other. */
    void requireValid() {
        JsonNode outputs = JsonMapper.builder().build().readTree(manifest()).required("outputs");
        SortedMap<String, String> told = new TreeMap<>();
        for (JsonNode output : outputs) {
            String name = output.required("path").stringValue();
            told.put(name, output.required("sha256").stringValue());
            assertThat(folder.resolve(name)).hasSize(output.required("size").longValue());
        }
        assertThat(files()).as("what the manifest tells of").isEqualTo(told);
    }

    /**
     * Makes sure that nothing half done stands in the folder: one of the whole sets with its manifest, or no manifest and whole files only.
     *
     * @param sets the sets that may stand there, by what they are called
     * @return     what stands there, in words
     */
    String requireNothingHalf(Map<String, SortedMap<String, String>> sets) {
        SortedMap<String, String> files = files();
        if (hasManifest()) {
            String which = sets.entrySet().stream()
                    .filter(set -> set.getValue().equals(files))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("");
            if (!which.equals("damaged")) {
                requireValid();
            }
            assertThat(which).as("which of the whole sets has a manifest").isNotEmpty();
            return which + (hasJournal() ? ", journal" : "");
        }
        files.forEach((name, hash) -> assertThat(sets.values().stream().map(set -> set.get(name)))
                .as("one of the whole files %s", name)
                .contains(hash));
        long moved = files.entrySet().stream()
                .filter(file -> file.getValue().equals(last(sets).get(file.getKey())))
                .count();
        return files.isEmpty()
                ? "empty" + (leftAside().isEmpty() ? "" : ", aside")
                : "no manifest, " + moved + " of " + last(sets).size() + " files new"
                        + (hasJournal() ? ", journal" : "");
    }

    private static SortedMap<String, String> last(Map<String, SortedMap<String, String>> sets) {
        return sets.values().stream().reduce((one, next) -> next).orElseThrow();
    }

    private static boolean isAside(String name) {
        return name.startsWith(STAGING) || name.equals(JOURNAL);
    }

    private List<String> names() {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String manifest() {
        try {
            return Files.readString(folder.resolve(MANIFEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
