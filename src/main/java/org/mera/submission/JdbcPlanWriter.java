package org.mera.submission;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mera.cycle.Revision;
import org.mera.database.CopyBehind;
import org.mera.database.JdbcCopy;
import org.mera.submission.JdbcPlanReader.Candidate;

/** Writes down of each company of a revision where its records stand, and whether it has to be assessed. Not thread-safe. Closed before the transaction ends. */
final class JdbcPlanWriter implements AutoCloseable {

    private static final int BLOCK = 1 << 20;

    private final Connection connection;
    private final CopyBehind behind;
    private final Revision revision;
    private final Map<Integer, String> rejected;
    private final ChunkCuts cuts;
    private final Fingerprints fingerprints;
    private final JdbcCopy copy = new JdbcCopy(
            "planned_company", "year", "revision", "company", "fingerprint", "due", "places", "records", "mentions");

    /**
     * @param sound    the sound files by number
     * @param rejected the names of the rejected ones by number
     * @param cuts     gets the companies that are due
     */
    JdbcPlanWriter(
            Connection connection,
            Revision revision,
            ScannedFiles sound,
            Map<Integer, String> rejected,
            ChunkCuts cuts) {
        this.connection = connection;
        this.behind = new CopyBehind(connection);
        this.revision = revision;
        this.rejected = rejected;
        this.cuts = cuts;
        fingerprints = new Fingerprints(revision, sound);
    }

    void write(Candidate company) throws SQLException {
        FoundRecords found = company.found();
        List<String> names = company.mentions().stream().map(rejected::get).toList();
        byte[] fingerprint = fingerprints.of(found, names);
        boolean due = !Arrays.equals(fingerprint, company.assessed());
        copy.row()
                .put(revision.year())
                .put(revision.number())
                .put(found.company())
                .put(fingerprint)
                .put(due)
                .put(found.places());
        if (due) {
            cuts.add(found.company());
            copy.put(found.pack());
        } else {
            copy.putNull();
        }
        if (names.isEmpty()) {
            copy.putNull();
        } else {
            copy.put(company.mentions().stream().mapToInt(Integer::intValue).toArray());
        }
        if (copy.size() > BLOCK) {
            behind.copy(copy);
        }
    }

    /** Stores what is still gathered. */
    void flush() throws SQLException {
        behind.await();
        copy.flush(connection);
    }

    @Override
    public void close() throws SQLException {
        behind.close();
    }
}
