package org.mera.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mera.csv.CodePoints;
import org.mera.csv.Sha256;
import org.mera.cycle.CycleException;
import org.mera.cycle.PaperSources;
import org.mera.seal.Publication;

/** The files that an agency prints its papers by: a folder's, or a single one. Hidden ones do not count. */
final class PaperSourceFiles {

    private final SortedMap<String, Path> files;

    private PaperSourceFiles(SortedMap<String, Path> files) {
        this.files = files;
    }

    /** {@return the files of a folder, or the one file that is meant} */
    static PaperSourceFiles of(Path place) {
        SortedMap<String, Path> files = new TreeMap<>(CodePoints.ORDER);
        if (Files.isRegularFile(place)) {
            files.put(String.valueOf(place.getFileName()), place);
            return new PaperSourceFiles(files);
        }
        if (!Files.isDirectory(place)) {
            throw CycleException.noPaperSource(place);
        }
        try (Stream<Path> found = Files.walk(place, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String name = place.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith(".") && !name.contains("/.")) {
                    files.put(name, file);
                }
            }
        } catch (IOException e) {
            throw CycleException.unreadablePaperSource(place, e);
        }
        return new PaperSourceFiles(files);
    }

    /** {@return a hash over names and bytes} */
    String sha256() {
        MessageDigest all = Sha256.digest();
        files.forEach((name, file) -> {
            all.update(name.getBytes(StandardCharsets.UTF_8));
            all.update((byte) 0);
            all.update(Sha256.digest().digest(read(file)));
        });
        return HexFormat.of().formatHex(all.digest());
    }

    /** Writes what a run's papers are printed by into its set, as part of what a recomputation needs. */
    static void seal(PaperSources sources, Publication publication) throws IOException {
        Path folder = sources.folder();
        if (folder != null) {
            for (Map.Entry<String, Path> file : of(folder).files.entrySet()) {
                write(publication, "sealed/reports/" + file.getKey(), file.getValue());
            }
        }
        Path texts = sources.officialTexts();
        if (texts != null) {
            write(publication, "sealed/official-texts.csv", texts);
        }
    }

    private static void write(Publication publication, String name, Path file) throws IOException {
        try (OutputStream out = publication.newFile(name)) {
            out.write(read(file));
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw CycleException.unreadablePaperSource(file, e);
        }
    }
}
