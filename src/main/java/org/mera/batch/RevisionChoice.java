package org.mera.batch;

import java.nio.file.Path;
import java.util.Optional;
import org.mera.cycle.CycleLock;
import org.mera.cycle.JdbcRevisions;
import org.mera.cycle.Revision;
import org.mera.submission.JdbcInventory;
import org.springframework.stereotype.Component;

/**
 * Which revision a run is of: the newest one where its inputs are those that lie in the inbox now, else the next. Only our tables are asked; Spring
 * Batch alone would never run a completed instance again.
 */
@Component
class RevisionChoice {

    private final JdbcRevisions revisions;
    private final JdbcInventory inventory;
    private final Patiently patiently;

    RevisionChoice(JdbcRevisions revisions, JdbcInventory inventory, Patiently patiently) {
        this.revisions = revisions;
        this.inventory = inventory;
        this.patiently = patiently;
    }

    /** {@return what lies in the inbox, with what is known of it to the revision that is wanted} */
    InboxSurvey survey(Revision wanted, Path inbox, int threads, CycleLock lock) {
        return InboxSurvey.of(inbox, patiently.call(lock, attempt -> inventory.knownScans(wanted)), threads);
    }

    /** {@return the revision to run, stored if it is new} */
    Revision choose(Revision wanted, InboxSurvey survey, CycleLock lock) {
        Optional<Revision> newest = patiently.call(lock, attempt -> revisions.newest(wanted.year()));
        if (newest.isPresent()
                && newest.get().isOfSameTerms(wanted)
                && survey.isOf(newest.get().fingerprint())) {
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
}
