package org.mera.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.mera.csv.CodePoints;

/** Whether the files of a set are those that its manifest names. */
final class SealedFiles {

    /** In these folders nothing but what is sealed has a place; beside them anybody may keep his own. */
    private static final List<String> OURS = List.of("companies", "returns", "sealed");

    private SealedFiles() {}

    /** Tells of each file that is missing, another one, or not named by the manifest. */
    static void tell(Path folder, OutputSet set, Manifest manifest, Consumer<Difference> each) {
        set.differences().forEach(each);
        Set<String> named = manifest.outputs().stream().map(SealedFile::path).collect(Collectors.toSet());
        for (String ours : OURS) {
            if (Files.isSymbolicLink(folder.resolve(ours))) {
                each.accept(new Difference(ours, "is a link; the set's files belong into a folder of the set itself"));
            }
            strangers(folder, ours, named)
                    .forEach(file -> each.accept(new Difference(file, "the manifest does not name it")));
        }
    }

    private static List<String> strangers(Path folder, String ours, Set<String> named) {
        Path inside = folder.resolve(ours);
        if (!Files.isDirectory(inside)) {
            return List.of();
        }
        // A link here is followed, so that what it hides is told; one further inside is a stranger itself.
        try {
            Path real = inside.toRealPath();
            try (Stream<Path> files = Files.walk(real)) {
                return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                        .map(file -> StreamSupport.stream(real.relativize(file).spliterator(), false)
                                .map(Path::toString)
                                .collect(Collectors.joining("/", ours + "/", "")))
                        .filter(name -> !named.contains(name))
                        .sorted(CodePoints.ORDER)
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
