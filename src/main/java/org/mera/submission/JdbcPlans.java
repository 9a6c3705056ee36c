package org.mera.submission;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.mera.cycle.Revision;
import org.mera.database.JdbcCopy;
import org.springframework.stereotype.Repository;

/** Which companies a revision has, and which of them have to be assessed: those whose records are not those that were assessed last. */
@Repository
public class JdbcPlans {

    private final JdbcScannedFiles files;

    JdbcPlans(JdbcScannedFiles files) {
        this.files = files;
    }

    /**
     * Plans the step assess, within the connection's transaction: every company of the register or of a file, with the fingerprint of all that a
     * check of it reads and where that stands, and the chunks of those to be assessed.
     *
     * @param chunkSize how many companies a chunk has, unless that made too many chunks
     * @param maxChunks how many chunks there are at most
     */
    public void plan(Connection connection, Revision revision, int chunkSize, int maxChunks) throws SQLException {
        tune(connection);
        ChunkCuts cuts = new ChunkCuts(chunkSize, maxChunks);
        boolean gone;
        try (JdbcPlanWriter writer =
                new JdbcPlanWriter(connection, revision, files.sound(revision), files.rejected(revision), cuts)) {
            gone = writer.write();
        }
        if (gone) {
            supersedeGone(connection, revision);
        }
        addChunks(connection, revision, cuts.cuts());
    }

    /** What was just copied in is unknown to PostgreSQL's planner, and to gather statistics takes longer than the plan. */
    private static void tune(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local enable_nestloop = off");
            statement.execute("set local enable_mergejoin = off");
            statement.execute("set local work_mem = '64MB'");
        }
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
