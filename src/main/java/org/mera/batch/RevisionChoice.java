package org.mera.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mera.csv.CodePoints;
import org.mera.cycle.CycleLock;
import org.mera.cycle.JdbcRevisions;
import org.mera.cycle.Revision;
import org.mera.seal.SealedFile;
import org.mera.submission.InboxFiles;
import org.mera.submission.JdbcInventory;
import org.springframework.stereotype.Component;

/**
 * Which revision a run is of: the newest one where its inputs are those that lie in the inbox now, else the next. Only our tables are asked; Spring
 * Batch alone would never run a completed instance again.
 */
@Component
class RevisionChoice {

    private final JdbcRevisions revisions;
    private final Patiently patiently;

    RevisionChoice(JdbcRevisions revisions, Patiently patiently) {
        this.revisions = revisions;
        this.patiently = patiently;
    }

    /** {@return the revision to run, stored if it is new} */
    Revision choose(Revision wanted, Path inbox, CycleLock lock) {
        Optional<Revision> newest = patiently.call(lock, attempt -> revisions.newest(wanted.year()));
        if (newest.isPresent() && newest.get().isOfSameTerms(wanted) && isOfSameFiles(newest.get(), inbox)) {
            return newest.get();
        }
        Revision next = wanted.withNumber(newest.map(Revision::number).orElse(0) + 1);
        patiently.run(lock, attempt -> {
            if (attempt == 1 || !revisions.newest(next.year()).equals(Optional.of(next))) {
                revisions.add(next);
            }
        });
        return next;
    }

    private static boolean isOfSameFiles(Revision newest, Path inbox) {
        if (newest.fingerprint() == null) {
            return false;
        }
        List<String> files = InboxFiles.list(inbox);
        SortedMap<String, String> hashes = new TreeMap<>(CodePoints.ORDER);
        for (String file : files) {
            try {
                hashes.put(file, SealedFile.sha256(inbox.resolve(file)));
            } catch (IOException e) {
                // What cannot be read is not what was read; the step discover will say why.
                return false;
            }
        }
        return newest.fingerprint().equals(JdbcInventory.fingerprint(hashes));
    }
}
