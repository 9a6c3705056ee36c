package org.mera.cycle;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The runs of the cycles: who ran them when, and what came of it. */
@Repository
public class JdbcRuns {

    private final JdbcClient jdbc;

    public JdbcRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What came of a run. */
    public enum Outcome {
        RUNNING,
        FAILED,
        COMPLETED
    }

    /**
     * A run.
     *
     * @param holder  user, host, process
     * @param ended   null while it runs
     * @param message why it failed; empty otherwise
     */
    public record Run(
            long id,
            int year,
            int revision,
            String holder,
            Instant started,
            @Nullable Instant ended,
            Outcome outcome,
            String message,
            Path out) {}

    /** Writes down that a run begins. {@return its id} */
    public long begin(int year, int revision, String holder, Instant now, Path inbox, Path out) {
        return jdbc.sql(
                        """
                        insert into run (year, revision, holder, started_at, outcome, inbox, out)
                        values (:year, :revision, :holder, :now, 'running', :inbox, :out)
                        returning id
                        """)
                .param("year", year)
                .param("revision", revision)
                .param("holder", holder)
                .param("now", Timestamp.from(now))
                .param("inbox", inbox.toAbsolutePath().toString())
                .param("out", out.toAbsolutePath().toString())
                .query(Long.class)
                .single();
    }

    /** Writes down how a run ended. */
    public void end(long id, Outcome outcome, String message, Instant now) {
        jdbc.sql("update run set outcome = :outcome, message = :message, ended_at = :now where id = :id")
                .param("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .param("message", message)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /** Writes down that the runs of a cycle whose process is gone have failed. The caller holds the cycle's lock. */
    public void endAbandoned(int year, Instant now) {
        jdbc.sql(
                        """
                        update run set outcome = 'failed', message = 'the process ended in the middle', ended_at = :now
                        where year = :year and outcome = 'running'
                        """)
                .param("now", Timestamp.from(now))
                .param("year", year)
                .update();
    }

    /** {@return the runs of a cycle, or of all where the year is null, the newest first} */
    public List<Run> newestFirst(@Nullable Integer year) {
        return jdbc.sql(
                        """
                        select id, year, revision, holder, started_at, ended_at, outcome, message, out
                        from run
                        where cast(:year as integer) is null or year = :year
                        order by id desc
                        """)
                .param("year", year)
                .query(JdbcRuns::run)
                .list();
    }

    private static Run run(ResultSet row, int index) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new Run(
                row.getLong("id"),
                row.getInt("year"),
                row.getInt("revision"),
                row.getString("holder"),
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                row.getString("message"),
                Path.of(row.getString("out")));
    }
}
