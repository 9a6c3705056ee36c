package org.mera.seal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * The printed papers of publications that came to nothing, put by for the next one: printing takes longer than all else. Only the hash says what is
 * in a file; one that was not finished is never asked for.
 */
final class PutBy {

    private static final String PAPER = ".pdf";

    private final Path folder;

    PutBy(Path target) {
        this.folder = target.resolve(".printed");
    }

    /** Takes the papers out of a publication's folder. */
    void takeFrom(Path staging) throws IOException {
        if (!Files.isDirectory(staging, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(staging, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && file.toString().endsWith(PAPER)) {
                    Path place = folder.resolve(staging.relativize(file).toString());
                    Files.createDirectories(Objects.requireNonNull(place.getParent()));
                    Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Moves a paper to where it is wanted. {@return whether there is one of this name with these bytes} */
    boolean give(SealedFile wanted, Path place) throws IOException {
        Path file = folder.resolve(wanted.path());
        if (new OutputSet(folder).difference(wanted).isPresent()) {
            return false;
        }
        Files.createDirectories(Objects.requireNonNull(place.getParent()));
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    void clear() throws IOException {
        Folders.deleteTree(folder);
    }
}
