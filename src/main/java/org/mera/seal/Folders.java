package org.mera.seal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** What folders need besides {@link Files}. */
final class Folders {

    private Folders() {}

    /** Brings the folder's entries to the disk; Windows does so by itself and cannot open a folder. */
    static void sync(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Deletes a folder with all that is in it; a link in it is deleted, not followed. */
    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Deletes the folders between a deleted file and the root as far as they are empty. */
    static void deleteEmpty(@Nullable Path folder, Path root) throws IOException {
        Path next = folder;
        while (next != null && next.startsWith(root) && !next.equals(root)) {
            try {
                Files.delete(next);
            } catch (DirectoryNotEmptyException e) {
                return; // somebody's file stands in it
            } catch (NoSuchFileException e) {
                // It went with an earlier file; the one above it may be empty now.
            }
            next = next.getParent();
        }
    }
}
