package org.mera.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The chunks of the revisions: which wait, which are done, which failed and why. */
@Repository
public class JdbcChunks {

    private static final String COLUMNS = "step, number, first, last, items, state, attempts, file, cause";

    private final JdbcClient jdbc;

    public JdbcChunks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@return the chunks of a step, by number} */
    public List<Chunk> of(Revision revision, String step) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + """
                         from chunk
                        where year = :year and revision = :revision and step = :step
                        order by number
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .param("step", step)
                .query(JdbcChunks::chunk)
                .list();
    }

    /** {@return the failed chunks of a revision, by step and number} */
    public List<Chunk> failed(int year, int revision) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + """
                         from chunk
                        where year = :year and revision = :revision and state = 'failed'
                        order by step desc, number
                        """)
                .param("year", year)
                .param("revision", revision)
                .query(JdbcChunks::chunk)
                .list();
    }

    /** {@return one chunk} */
    public Chunk get(Revision revision, String step, int number) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + """
                         from chunk
                        where year = :year and revision = :revision and step = :step and number = :number
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .param("step", step)
                .param("number", number)
                .query(JdbcChunks::chunk)
                .single();
    }

    /** Writes down, within the chunk's own transaction, that it is done. */
    public void done(Revision revision, String step, int number, int attempts) {
        mark(revision, step, number, "done", attempts, "", "");
    }

    /** Writes down that a chunk failed, with its cause in words. */
    public void failed(Revision revision, String step, int number, int attempts, String file, String cause) {
        mark(revision, step, number, "failed", attempts, file, cause);
    }

    private void mark(
            Revision revision, String step, int number, String state, int attempts, String file, String cause) {
        int updated = jdbc.sql(
                        """
                        update chunk
                        set state = :state, attempts = attempts + :attempts, file = :file, cause = :cause, ended_at = now()
                        where year = :year and revision = :revision and step = :step and number = :number
                        """)
                .param("state", state)
                .param("attempts", attempts)
                .param("file", file)
                .param("cause", cause)
                .param("year", revision.year())
                .param("revision", revision.number())
                .param("step", step)
                .param("number", number)
                .update();
        if (updated != 1) {
            throw new IllegalStateException("No chunk " + number + " of " + step + " in revision " + revision.number());
        }
    }

    private static Chunk chunk(ResultSet row, int index) throws SQLException {
        return new Chunk(
                row.getString("step"),
                row.getInt("number"),
                row.getString("first"),
                row.getString("last"),
                row.getInt("items"),
                Chunk.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("attempts"),
                row.getString("file"),
                row.getString("cause"));
    }
}
