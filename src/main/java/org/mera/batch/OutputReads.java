package org.mera.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mera.audit.JdbcAuditLog;
import org.mera.cycle.CycleException;
import org.mera.cycle.JdbcCycleLocks;
import org.mera.cycle.JdbcRevisions;
import org.mera.cycle.JdbcRuns;
import org.mera.seal.DamagedManifestException;
import org.mera.seal.Manifest;
import org.mera.seal.OutputSet;
import org.mera.seal.SealedFile;
import org.springframework.stereotype.Component;

/** Reads the published outputs by their manifest, which is read anew only when it is another file. */
@Component
class OutputReads implements OutputDesk {

    /** A set is put in place of another within this time, or it is not being put there at all. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final long PAUSE = 50;

    private final JdbcRuns runs;
    private final JdbcRevisions revisions;
    private final JdbcCycleLocks locks;
    private final JdbcAuditLog log;
    private final JdbcTransactions transactions;
    private final Clock clock;
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    OutputReads(
            JdbcRuns runs,
            JdbcRevisions revisions,
            JdbcCycleLocks locks,
            JdbcAuditLog log,
            JdbcTransactions transactions,
            Clock clock) {
        this.runs = runs;
        this.revisions = revisions;
        this.locks = locks;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A manifest that was read, and by what it is known again. */
    private record Known(FileTime changed, long size, PublishedSet set) {

        boolean isOf(Path manifest) throws IOException {
            return Files.size(manifest) == size
                    && Files.getLastModifiedTime(manifest).equals(changed);
        }
    }

    @Override
    public Optional<PublishedSet> of(int year) {
        return folder(year).flatMap(folder -> {
            Optional<PublishedSet> set = set(folder);
            Known before = known.get(folder);
            return set.isEmpty() && before != null && locks.isHeld(year) ? Optional.of(before.set()) : set;
        });
    }

    @Override
    public Optional<OpenedOutput> open(int year, String path) {
        Optional<Path> folder = folder(year);
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        Instant until = clock.instant().plus(PATIENCE);
        while (true) {
            Optional<PublishedSet> set = set(folder.get());
            if (set.isPresent() && set.get().file(path).isEmpty()) {
                return Optional.empty();
            }
            Optional<OpenedOutput> opened = set.flatMap(each -> opened(each, path));
            if (opened.isPresent()) {
                return opened;
            }
            boolean replaced = set.isPresent() && !set.equals(set(folder.get()));
            if (!replaced && (!locks.isHeld(year) || clock.instant().isAfter(until))) {
                if (set.isEmpty()) {
                    return Optional.empty();
                }
                throw new DamagedOutputException(year, path);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a publication", e);
        }
    }

    private static Optional<OpenedOutput> opened(PublishedSet set, String path) {
        SealedFile file = set.file(path).orElseThrow();
        try {
            Optional<Path> place = path.equals(OutputSet.MANIFEST)
                    ? Optional.of(set.folder().resolve(OutputSet.MANIFEST))
                    : new OutputSet(set.folder()).file(file);
            return place.isEmpty() ? Optional.empty() : OpenedOutput.open(file, place.get());
        } catch (NoSuchFileException e) {
            return Optional.empty(); // gone between the look and the opening
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void taken(String what) {
        Instant now = clock.instant();
        transactions.inTransaction(
                connection -> log.append(JdbcAuditLog.HOME, now, Holder.user(), "download", what, "", ""));
    }

    /** {@return where the newest published revision was written} A run that is told another folder publishes there first. */
    private Optional<Path> folder(int year) {
        return revisions
                .newestCompleted(year)
                .flatMap(runs::settings)
                .or(() -> runs.newestSettings(year))
                .map(ActiveRun::folder);
    }

    private Optional<PublishedSet> set(Path folder) {
        Path manifest = folder.resolve(OutputSet.MANIFEST);
        try {
            Known before = known.get(folder);
            if (!Files.exists(manifest)) {
                return Optional.empty();
            }
            if (before != null && before.isOf(manifest)) {
                return Optional.of(before.set());
            }
            FileTime changed = Files.getLastModifiedTime(manifest);
            long size = Files.size(manifest);
            OutputSet outputs = new OutputSet(folder);
            Optional<Manifest> read = outputs.manifest();
            if (read.isEmpty()) {
                return Optional.empty();
            }
            PublishedSet set = new PublishedSet(
                    folder, read.get(), new SealedFile(OutputSet.MANIFEST, size, outputs.manifestSha256()));
            known.put(folder, new Known(changed, size, set));
            return Optional.of(set);
        } catch (NoSuchFileException e) {
            return Optional.empty(); // another set is being put in its place
        } catch (DamagedManifestException e) {
            throw new CycleException("The manifest in " + folder + " is damaged; a rerun writes the outputs anew");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
