package org.mera.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The approved sets of a cycle that was opened again, each whole in a folder of its own: {@code editions/1}. No publication touches them. */
final class Editions {

    private static final String FOLDER = "editions";

    private Editions() {}

    /**
     * Keeps a sound set as an edition; where it is kept already, nothing is done. {@return its folder}
     *
     * @throws IOException where it cannot be copied; a copy without its manifest is none
     */
    static Path keep(Path folder, Manifest manifest, int edition) throws IOException {
        Path kept = folder.resolve(FOLDER).resolve(Integer.toString(edition));
        OutputSet copy = new OutputSet(kept);
        if (Files.exists(kept, LinkOption.NOFOLLOW_LINKS)) {
            if (copy.differences().isEmpty() && copy.manifestSha256().equals(new OutputSet(folder).manifestSha256())) {
                return kept;
            }
            if (Files.exists(kept.resolve(OutputSet.MANIFEST))) {
                throw new OutputException(folder, kept + " holds another set", "move it away");
            }
            Folders.deleteTree(kept);
        }
        Set<Path> folders = new TreeSet<>();
        for (SealedFile file : manifest.outputs()) {
            folders.add(copied(folder.resolve(file.path()), kept.resolve(file.path())));
        }
        for (Path written : folders) {
            Folders.sync(written);
        }
        Folders.sync(copied(folder.resolve(OutputSet.MANIFEST), kept.resolve(OutputSet.MANIFEST)));
        Folders.sync(folder.resolve(FOLDER));
        Folders.sync(folder);
        if (!copy.differences().isEmpty()) {
            throw new OutputException(folder, "the copy in " + kept + " is not what was copied", "try again");
        }
        return kept;
    }

    /** Copies a file to the disk. {@return the folder that it stands in} */
    private static Path copied(Path from, Path to) throws IOException {
        Path folder = Objects.requireNonNull(to.getParent());
        Files.createDirectories(folder);
        try (InputStream in = Files.newInputStream(from);
                FileChannel channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(channel);
            in.transferTo(out);
            channel.force(true);
        }
        return folder;
    }
}
