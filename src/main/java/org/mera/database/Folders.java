package org.mera.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders: taken away, or brought to the disk. */
final class Folders {

    private Folders() {}

    /** Deletes the folder with all that is in it, if it is there; links are not followed. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        for (Path path : below(folder).sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
        }
    }

    /** Waits until the content is on the disk, so that a rename afterwards never shows a half-written folder. */
    static void sync(Path folder) throws IOException {
        for (Path path : below(folder).filter(Files::isRegularFile).toList()) {
            try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
                file.force(true);
            }
        }
    }

    private static Stream<Path> below(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return List.copyOf(walk.toList()).stream();
        }
    }
}
