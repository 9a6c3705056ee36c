package org.mera.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.mera.csv.CodePoints;
import org.mera.seal.SealedFile;
import org.mera.submission.InboxFiles;
import org.mera.submission.JdbcInventory;
import org.mera.submission.KnownScans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lies in the inbox when a run begins. Every file that may have been read before is hashed, once; one whose size no stored scan has is new,
 * and will be hashed while it is read.
 */
final class InboxSurvey {

    private static final Logger log = LoggerFactory.getLogger(InboxSurvey.class);

    /**
     * A file of the inbox.
     *
     * @param size   in bytes, as the folder shows it
     * @param sha256 null where the file is new, or cannot be read: the step that reads it will say why
     */
    record SurveyedFile(String file, long size, @Nullable String sha256) {}

    private final List<SurveyedFile> files;
    private final KnownScans scans;

    private InboxSurvey(List<SurveyedFile> files, KnownScans scans) {
        this.files = files;
        this.scans = scans;
    }

    /** {@return what lies in an inbox} Hashed by so many threads. */
    static InboxSurvey of(Path inbox, KnownScans scans, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<SurveyedFile>> found = new ArrayList<>();
            for (String file : InboxFiles.list(inbox)) {
                found.add(pool.submit(() -> look(inbox, file, scans)));
            }
            List<SurveyedFile> files = new ArrayList<>(found.size());
            for (Future<SurveyedFile> file : found) {
                files.add(file.get());
            }
            return new InboxSurvey(files, scans);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the inbox was looked at", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The inbox " + inbox + " cannot be looked at", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** {@return the files, by name (code points)} */
    List<SurveyedFile> files() {
        return files;
    }

    /** {@return the stored scan of a file's bytes} */
    Optional<KnownScans.KnownScan> scan(SurveyedFile file) {
        return Optional.ofNullable(file.sha256()).flatMap(scans::of);
    }

    /** {@return whether these are the files, by name and bytes, that a revision with this fingerprint has read} */
    boolean isOf(@Nullable String fingerprint) {
        SortedMap<String, String> hashes = new TreeMap<>(CodePoints.ORDER);
        for (SurveyedFile file : files) {
            if (file.sha256() == null) {
                return false;
            }
            hashes.put(file.file(), file.sha256());
        }
        return JdbcInventory.fingerprint(hashes).equals(fingerprint);
    }

    private static SurveyedFile look(Path inbox, String file, KnownScans scans) {
        Path path = inbox.resolve(file);
        try {
            long size = Files.size(path);
            // A pipe would never end: the step that reads it refuses it.
            boolean known = Files.isRegularFile(path) && scans.mayHold(size);
            return new SurveyedFile(file, size, known ? SealedFile.sha256(path) : null);
        } catch (IOException e) {
            log.warn("{} cannot be read; the step that reads it will say so", file, e);
            return new SurveyedFile(file, 0, null);
        }
    }
}
