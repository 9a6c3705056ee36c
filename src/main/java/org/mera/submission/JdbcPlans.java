package org.mera.submission;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import javax.sql.DataSource;
import org.mera.cycle.Revision;
import org.mera.database.JdbcCopy;
import org.mera.submission.JdbcPlanReader.Candidate;
import org.springframework.stereotype.Repository;

/** Which companies a revision has, and which of them have to be assessed: those whose records are not those that were assessed last. */
@Repository
public class JdbcPlans {

    private final DataSource dataSource;
    private final JdbcScannedFiles files;

    JdbcPlans(DataSource dataSource, JdbcScannedFiles files) {
        this.dataSource = dataSource;
        this.files = files;
    }

    /**
     * Plans the step assess, within the connection's transaction, from what is committed: every company of the register or of a file, with the fingerprint of all that a
     * check of it reads and where that stands, and the chunks of those to be assessed.
     *
     * @param chunkSize how many companies a chunk has, unless that made too many chunks
     * @param maxChunks how many chunks there are at most
     */
    public void plan(Connection connection, Revision revision, int chunkSize, int maxChunks) throws SQLException {
        ScannedFiles sound = files.sound(revision);
        SortedMap<Integer, String> rejected = files.rejected(revision);
        ChunkCuts cuts = new ChunkCuts(chunkSize, maxChunks);
        boolean gone;
        try (JdbcPlanWriter writer = new JdbcPlanWriter(connection, revision, sound, rejected, cuts);
                JdbcPlanReader reader = new JdbcPlanReader(dataSource, revision, sound, rejected);
                ReadAhead<Candidate> companies = new ReadAhead<>(reader::next)) {
            for (List<Candidate> block = companies.next(); !block.isEmpty(); block = companies.next()) {
                for (Candidate company : block) {
                    writer.write(company);
                }
            }
            writer.flush();
            gone = reader.isAnyGone();
        }
        if (gone) {
            supersedeGone(connection, revision);
        }
        addChunks(connection, revision, cuts.cuts());
    }

    /** What is no longer in the inbox has no current version any more. */
    private static void supersedeGone(Connection connection, Revision revision) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                """
                update submission set superseded_by = ?
                where year = ? and superseded_by is null and not exists (
                    select from planned_company p
                    where p.year = submission.year and p.revision = ? and p.company = submission.company)
                """)) {
            statement.setInt(1, revision.number());
            statement.setInt(2, revision.year());
            statement.setInt(3, revision.number());
            statement.executeUpdate();
        }
    }

    private static void addChunks(Connection connection, Revision revision, List<ChunkCuts.Cut> cuts)
            throws SQLException {
        JdbcCopy copy = new JdbcCopy("chunk", "year", "revision", "step", "number", "first", "last", "items", "state");
        int number = 0;
        for (ChunkCuts.Cut cut : cuts) {
            copy.row()
                    .put(revision.year())
                    .put(revision.number())
                    .put("assess")
                    .put(number++)
                    .put(cut.first())
                    .put(cut.last())
                    .put(cut.companies())
                    .put("waiting");
        }
        copy.flush(connection);
    }
}
