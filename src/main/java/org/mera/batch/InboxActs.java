package org.mera.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mera.audit.JdbcAuditLog;
import org.mera.csv.Sha256;
import org.mera.cycle.JdbcCycleLocks;
import org.mera.cycle.JdbcRevisions;
import org.mera.cycle.JdbcRuns;
import org.mera.cycle.RunSettings;
import org.mera.submission.InboxException;
import org.mera.submission.InboxFile;
import org.mera.submission.InboxName;
import org.mera.submission.JdbcInventory;
import org.springframework.stereotype.Component;

/** Puts files into inboxes together with what the audit log says of it. A run never sees half a file: each gets its name when it is whole. */
@Component
class InboxActs implements InboxDesk {

    /** What begins with a dot is no file of the inbox. */
    private static final String INCOMING = ".incoming-";

    private static final int BUFFER = 1 << 16;

    private final JdbcRuns runs;
    private final JdbcRevisions revisions;
    private final JdbcInventory inventory;
    private final JdbcCycleLocks locks;
    private final JdbcAuditLog log;
    private final JdbcTransactions transactions;
    private final Clock clock;

    InboxActs(
            JdbcRuns runs,
            JdbcRevisions revisions,
            JdbcInventory inventory,
            JdbcCycleLocks locks,
            JdbcAuditLog log,
            JdbcTransactions transactions,
            Clock clock) {
        this.runs = runs;
        this.revisions = revisions;
        this.inventory = inventory;
        this.locks = locks;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Optional<Path> folder(int year) {
        return runs.newestSettings(year).map(RunSettings::inbox);
    }

    @Override
    public List<InboxFile> registers(int year) {
        Path inbox = folder(year).map(Path::toAbsolutePath).orElse(null);
        if (inbox == null || inbox.getParent() == null) {
            return List.of();
        }
        return revisions.newest(year).map(inventory::registers).orElse(List.of()).stream()
                .filter(file -> Files.isRegularFile(inbox.resolve(file)))
                .map(file -> new InboxFile(inbox.getParent(), inbox.getFileName() + "/" + file))
                .toList();
    }

    @Override
    public boolean isBusy(int year) {
        return locks.isHeld(year);
    }

    /** One at a time: what is asked of the folder holds until the file is there. */
    @Override
    public synchronized List<TakenFile> take(int year, Path inbox, List<HandedFile> files, boolean replace) {
        if (!Files.isDirectory(inbox)) {
            throw new InboxException("There is no inbox " + inbox + "; create the folder");
        }
        List<Incoming> incoming = new ArrayList<>();
        try {
            List<String> names = names(files);
            for (int i = 0; i < names.size(); i++) {
                requireFree(year, inbox, names.get(i), replace);
                incoming.add(Incoming.of(files.get(i).file(), inbox, names.get(i)));
            }
            store(year, incoming);
            return incoming.stream().map(Incoming::taken).toList();
        } catch (IOException e) {
            throw new InboxException("The inbox " + inbox + " cannot be written: " + Causes.inWords(e), e);
        } finally {
            incoming.forEach(Incoming::discard);
        }
    }

    private static List<String> names(List<HandedFile> files) {
        Set<String> names = new HashSet<>();
        List<String> inOrder = new ArrayList<>();
        for (HandedFile file : files) {
            String name = InboxName.of(file.name())
                    .orElseThrow(() -> refused(
                            file.name(),
                            RefusedFileException.Reason.NAME,
                            "is no name of a file for an inbox; use letters, digits, spaces and - _ . , ( ) +, at most "
                                    + InboxName.LONGEST + " of them, and the ending .csv"));
            if (!names.add(name)) {
                throw refused(name, RefusedFileException.Reason.TWICE, "is handed in twice; leave one");
            }
            inOrder.add(name);
        }
        return inOrder;
    }

    private void requireFree(int year, Path inbox, String name, boolean replace) {
        Path target = inbox.resolve(name);
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(name, RefusedFileException.Reason.SPECIAL, "is the name of something else in the inbox");
        }
        if (!replace) {
            throw refused(
                    name,
                    RefusedFileException.Reason.EXISTS,
                    "is in the inbox already; give the file another name, or say that it is to be replaced");
        }
        if (locks.isHeld(year)) {
            throw refused(
                    name,
                    RefusedFileException.Reason.BUSY,
                    "is not replaced while a run of " + year + " goes on; wait for its end");
        }
    }

    private void store(int year, List<Incoming> incoming) {
        Instant now = clock.instant();
        transactions.inTransaction(connection -> {
            for (Incoming file : incoming) {
                log.append(
                        JdbcAuditLog.HOME,
                        now,
                        Holder.user(),
                        "inbox",
                        year + ": " + file.taken().name(),
                        file.before(),
                        file.taken().sha256());
            }
            for (Incoming file : incoming) {
                file.move();
            }
        });
    }

    private static RefusedFileException refused(String name, RefusedFileException.Reason reason, String why) {
        return new RefusedFileException(name, reason, "«" + name + "» " + why);
    }

    /**
     * A file that lies in the inbox already, but has not got its name.
     *
     * @param before the hash of the file that it replaces; empty where there is none
     */
    private record Incoming(Path path, Path target, TakenFile taken, String before) {

        static Incoming of(Path file, Path inbox, String name) throws IOException {
            Path target = inbox.resolve(name);
            boolean replaced = Files.exists(target);
            String before = replaced ? sha256(target) : "";
            Path path = inbox.resolve(INCOMING + UUID.randomUUID());
            MessageDigest digest = Sha256.digest();
            try {
                long size = copy(file, path, digest);
                return new Incoming(
                        path,
                        target,
                        new TakenFile(name, size, HexFormat.of().formatHex(digest.digest()), replaced),
                        before);
            } catch (IOException e) {
                Files.deleteIfExists(path);
                throw e;
            }
        }

        private static long copy(Path from, Path to, MessageDigest digest) throws IOException {
            long size = 0;
            byte[] buffer = new byte[BUFFER];
            try (InputStream in = Files.newInputStream(from);
                    FileChannel out = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    digest.update(buffer, 0, count);
                    for (ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count); bytes.hasRemaining(); ) {
                        out.write(bytes);
                    }
                    size += count;
                }
                out.force(true);
            }
            return size;
        }

        private static String sha256(Path file) throws IOException {
            MessageDigest digest = Sha256.digest();
            byte[] buffer = new byte[BUFFER];
            try (InputStream in = Files.newInputStream(file)) {
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    digest.update(buffer, 0, count);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        }

        void move() throws IOException {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        }

        void discard() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new InboxException(path + " cannot be deleted: " + Causes.inWords(e), e);
            }
        }
    }
}
