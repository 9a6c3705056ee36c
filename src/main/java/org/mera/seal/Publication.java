package org.mera.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.mera.csv.CodePoints;

/**
 * Publishes a set of outputs whole. The files are written aside, in a hidden folder of the target; {@link #publish} removes the old manifest, puts
 * each file in its place, and writes the new manifest last. Whatever fails or is killed before the old manifest is removed leaves the previous set
 * valid; later, the folder has no manifest and the next publication puts it in order. One publication at a time may work on a folder; its files
 * may be written by several threads.
 */
public final class Publication implements AutoCloseable {

    private static final String STAGING = ".staging-";

    /** Names our files while there may be no manifest that does. */
    private static final String JOURNAL = ".publishing";

    /** What has been done, in this order; where a process may be killed. */
    enum Step {
        PREPARED,
        JOURNAL_WRITTEN,
        OLD_MANIFEST_REMOVED,
        FILE_MOVED,
        LEFTOVERS_DELETED,
        MANIFEST_WRITTEN
    }

    private final Path target;
    private final Path staging;
    private final Consumer<Step> witness;
    private final Map<String, SealedFile> previous = new HashMap<>();
    private final Set<String> begun = ConcurrentHashMap.newKeySet();
    private final Map<String, SealedFile> staged = new ConcurrentHashMap<>();
    private final Map<String, SealedFile> kept = new ConcurrentHashMap<>();
    private final Set<Path> foldersMade = ConcurrentHashMap.newKeySet();
    private final PutBy putBy;
    private final SyncThreads syncing = new SyncThreads();
    private boolean published;
    private boolean replaced;

    private Publication(Path target, Consumer<Step> witness) throws IOException {
        this.target = target;
        this.witness = witness;
        this.putBy = new PutBy(target);
        Files.createDirectories(target);
        deleteDeadStagings(target);
        previousManifest(target).ifPresent(manifest -> manifest.outputs().forEach(f -> previous.put(f.path(), f)));
        this.staging = Files.createDirectory(target.resolve(STAGING + UUID.randomUUID()));
    }

    /**
     * Begins a set. What dead publications left aside is deleted, but for the papers that they had printed.
     *
     * @param target made if it is not there
     * @throws OutputException where the folder cannot be written to
     */
    public static Publication begin(Path target) {
        return begin(target, step -> {});
    }

    static Publication begin(Path target, Consumer<Step> witness) {
        try {
            return new Publication(target.toAbsolutePath(), witness);
        } catch (IOException e) {
            throw OutputException.of(target, e);
        }
    }

    /**
     * {@return where to write a file of the set} It is hashed on the way, and brought to the disk beside what is written after it; {@link #publish}
     * waits for that. A failure is an {@link OutputException}.
     *
     * @param name relative to the set, with {@code /}: {@code companies/7707083893.pdf}
     * @throws IllegalArgumentException where the name would lead out of the set
     */
    public OutputStream newFile(String name) {
        beginFile(name);
        try {
            Path file = staging.resolve(name);
            makeFolder(parentOf(file));
            return new SealedStream(target, name, file, this::sync);
        } catch (IOException e) {
            throw OutputException.of(target, e);
        }
    }

    /**
     * Takes over a file of the previous set as it stands. {@return whether it could be} Not where there is no valid previous set, or the file is not
     * what its manifest says: then it has to be written anew.
     */
    public boolean keep(String name) {
        OutputNames.require(name);
        SealedFile old = previous.get(name);
        if (old == null || new OutputSet(target).difference(old).isPresent()) {
            return false;
        }
        beginFile(name);
        kept.put(name, old);
        return true;
    }

    /**
     * Takes over a paper that was printed before: from the previous set, or from a publication that came to nothing. {@return whether it could be} Not
     * where neither has a file of this name with these bytes: then it has to be printed.
     */
    public boolean takeOver(SealedFile wanted) {
        if (wanted.equals(previous.get(wanted.path())) && keep(wanted.path())) {
            return true;
        }
        OutputNames.require(wanted.path());
        Path file = staging.resolve(wanted.path());
        try {
            if (!putBy.give(wanted, file)) {
                return false;
            }
            beginFile(wanted.path());
            sync(FileChannel.open(file, StandardOpenOption.WRITE), wanted);
            return true;
        } catch (IOException e) {
            throw OutputException.of(target, e);
        }
    }

    /**
     * {@return the manifest with which {@link #publish} would put the set in its place} All files are finished.
     *
     * @param content all but the outputs, which are filled in
     */
    public Manifest complete(Manifest content) {
        awaitDisk();
        requireAllFinished();
        List<SealedFile> outputs = new ArrayList<>(staged.values());
        outputs.addAll(kept.values());
        return content.withOutputs(outputs);
    }

    /**
     * Puts the set in its place. {@return its manifest}
     *
     * @param content all but the outputs, which are filled in
     * @throws OutputException where that failed; the previous set is valid still unless its manifest is gone
     */
    public Manifest publish(Manifest content) {
        Manifest manifest = complete(content);
        published = true;
        try {
            prepare(manifest);
            replace(manifest);
        } catch (IOException e) {
            throw OutputException.of(target, e);
        }
        return manifest;
    }

    /** Ends the publication: what was not published is thrown away, but for the papers, which the next one may take over. */
    @Override
    public void close() {
        syncing.close();
        try {
            if (!replaced) {
                putBy.takeFrom(staging);
            }
            Folders.deleteTree(staging);
        } catch (IOException e) {
            throw OutputException.of(target, e);
        }
    }

    private void beginFile(String name) {
        OutputNames.require(name);
        if (published || !begun.add(name)) {
            throw new IllegalStateException(
                    name + (published ? " comes after the set was published" : " is written twice"));
        }
    }

    /** Thousands of files stand in one folder: it is made, and asked for, once. */
    private void makeFolder(Path folder) throws IOException {
        if (!foldersMade.contains(folder)) {
            Files.createDirectories(folder);
            foldersMade.add(folder);
        }
    }

    private void sync(FileChannel channel, SealedFile written) {
        syncing.sync(channel, () -> staged.put(written.path(), written));
    }

    private void awaitDisk() {
        try {
            syncing.await();
        } catch (IOException e) {
            throw OutputException.of(target, e);
        }
    }

    private void requireAllFinished() {
        if (published) {
            throw new IllegalStateException("The set is published already");
        }
        for (String name : begun) {
            if (!staged.containsKey(name) && !kept.containsKey(name)) {
                throw new IllegalStateException(name + " is not finished");
            }
        }
    }

    /** All that may fail for want of room, permission or place is tried while the previous set is still valid. */
    private void prepare(Manifest manifest) throws IOException {
        Set<Path> ready = new HashSet<>(Set.of(target));
        for (String name : inOrder(staged.keySet())) {
            requireFree(name);
            Path folder = folderOf(name);
            if (!ready.contains(folder)) {
                requireNoLinks(folder);
                Files.createDirectories(folder);
                ready.add(folder);
            }
        }
        requireFree(OutputSet.MANIFEST);
        ManifestJson.write(manifest, stagedFile(OutputSet.MANIFEST));
        witness.accept(Step.PREPARED);
    }

    private void replace(Manifest manifest) throws IOException {
        Set<String> ours = ours();
        writeJournal(ours);
        witness.accept(Step.JOURNAL_WRITTEN);

        Files.deleteIfExists(target.resolve(OutputSet.MANIFEST));
        Folders.sync(target);
        witness.accept(Step.OLD_MANIFEST_REMOVED);

        moveFiles();
        manifest.outputs().forEach(output -> ours.remove(output.path()));
        deleteLeftovers(ours);
        witness.accept(Step.LEFTOVERS_DELETED);

        move(OutputSet.MANIFEST);
        Folders.sync(target);
        witness.accept(Step.MANIFEST_WRITTEN);
        Files.deleteIfExists(target.resolve(JOURNAL));
        replaced = true;
        putBy.clear();
    }

    /** A folder in a file's place could not be replaced in one step. */
    private void requireFree(String name) {
        Path file = target.resolve(name);
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new OutputException(
                    target, "a folder stands where the file " + name + " is needed", "move it away and run again");
        }
    }

    /** A linked folder may be on another disk, to which nothing can be moved in one step. */
    private void requireNoLinks(Path inside) {
        for (Path folder = inside; !folder.equals(target); folder = parentOf(folder)) {
            if (Files.isSymbolicLink(folder)) {
                throw new OutputException(
                        target, "the folder " + folder + " is a link", "put a folder in its place and run again");
            }
        }
    }

    /** {@return the names of all files that are ours: of the previous set, of interrupted publications, of this one} */
    private Set<String> ours() throws IOException {
        Set<String> ours = new TreeSet<>(CodePoints.ORDER);
        ours.addAll(previous.keySet());
        Path journal = target.resolve(JOURNAL);
        if (Files.exists(journal)) {
            ours.addAll(Files.readAllLines(journal, StandardCharsets.UTF_8));
        }
        ours.addAll(staged.keySet());
        ours.removeIf(name -> !OutputNames.areInside(name));
        return ours;
    }

    private void writeJournal(Set<String> names) throws IOException {
        try (OutputStream out = stagedFile(JOURNAL)) {
            out.write((String.join("\n", names) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        move(JOURNAL);
        Folders.sync(target);
    }

    private void moveFiles() throws IOException {
        Set<Path> folders = new TreeSet<>(Set.of(target));
        for (String name : inOrder(staged.keySet())) {
            move(name);
            Path folder = folderOf(name);
            while (folders.add(folder)) {
                folder = parentOf(folder);
            }
            witness.accept(Step.FILE_MOVED);
        }
        for (Path folder : folders) {
            Folders.sync(folder);
        }
    }

    private void deleteLeftovers(Collection<String> names) throws IOException {
        Set<Path> folders = new TreeSet<>();
        for (String name : names) {
            Path file = target.resolve(name);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(file);
                folders.add(folderOf(name));
            }
        }
        for (Path folder : folders) {
            Folders.deleteEmpty(folder, target);
            if (Files.isDirectory(folder)) {
                Folders.sync(folder);
            }
        }
    }

    private OutputStream stagedFile(String name) throws IOException {
        Path file = staging.resolve(name);
        Files.deleteIfExists(file);
        return new SealedStream(target, name, file, (channel, written) -> {
            try (channel) {
                channel.force(true);
            }
        });
    }

    private void move(String name) throws IOException {
        Files.move(
                staging.resolve(name),
                target.resolve(name),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private Path folderOf(String name) {
        return parentOf(target.resolve(name));
    }

    private static Path parentOf(Path inside) {
        return Objects.requireNonNull(inside.getParent(), "what stands in a folder has a parent");
    }

    private static List<String> inOrder(Collection<String> names) {
        return names.stream().sorted(CodePoints.ORDER).toList();
    }

    /** A damaged manifest names no files: the set it stood for is not valid, and its files stay unless they are replaced. */
    private static Optional<Manifest> previousManifest(Path target) {
        try {
            return new OutputSet(target).manifest();
        } catch (DamagedManifestException e) {
            return Optional.empty();
        }
    }

    private void deleteDeadStagings(Path target) throws IOException {
        try (DirectoryStream<Path> dead = Files.newDirectoryStream(target, STAGING + "*")) {
            for (Path folder : dead) {
                putBy.takeFrom(folder);
                Folders.deleteTree(folder);
            }
        }
    }
}
