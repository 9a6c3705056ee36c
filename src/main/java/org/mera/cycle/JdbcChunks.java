package org.mera.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The chunks of the revisions: which wait, which are done, and what ever failed and why. */
@Repository
public class JdbcChunks {

    private static final String COLUMNS = "step, number, first, last, items, state";

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

    /**
     * {@return all failures of a cycle, or of all where the year is null, by run, step and number}
     *
     * <p>A chunk of companies is the same as long as its revision is. A file that cannot be read makes a new revision of every run, so chunks of
     * files are the same where the file is, until a run has been completed.
     */
    public List<ChunkFailure> failures(@Nullable Integer year) {
        return jdbc.sql(
                        """
                        select f.run, r.revision, f.step, f.number, f.first, f.last, f.items, f.file, f.cause, f.failed_at,
                               sum(f.attempts) over so_far as attempts,
                               count(*) over so_far as runs,
                               case
                                   when c.state = 'done' or v.state = 'completed' then 'done'
                                   when lead(f.run) over of_chunk is not null then 'failed_again'
                                   when r.revision < newest.number then 'replaced'
                                   else 'failed'
                               end as since
                        from (
                            select failure.*,
                                   case when step = 'assess' or file = '' then '' else file end as same_file
                            from chunk_failure failure
                        ) f
                        join run r on r.id = f.run
                        join revision v on v.year = r.year and v.number = r.revision
                        left join chunk c
                          on c.year = r.year and c.revision = r.revision and c.step = f.step and c.number = f.number
                        cross join lateral (select max(number) as number from revision where year = r.year) newest
                        cross join lateral (
                            select count(*) as completed from run e
                            where e.year = r.year and e.id < r.id and e.outcome = 'completed'
                        ) earlier
                        where cast(:year as integer) is null or r.year = :year
                        window of_chunk as (
                                   partition by r.year, f.step, f.same_file,
                                                case when f.same_file = '' then r.revision end,
                                                case when f.same_file = '' then f.number end,
                                                earlier.completed
                                   order by f.run),
                               so_far as (of_chunk rows between unbounded preceding and current row)
                        order by f.run, f.step desc, f.number
                        """)
                .param("year", year)
                .query(JdbcChunks::failure)
                .list();
    }

    /** Writes down, within the chunk's own transaction, that it is done. */
    public void done(Revision revision, String step, int number) {
        mark(revision, step, number, "done");
    }

    /**
     * Writes down that a chunk failed in the revision's newest run. May be repeated.
     *
     * @param attempts how often it was tried in this run
     * @param cause    in words
     */
    public void failed(Revision revision, String step, int number, int attempts, String file, String cause) {
        mark(revision, step, number, "failed");
        jdbc.sql(
                        """
                        insert into chunk_failure
                            (run, step, number, first, last, items, file, cause, attempts, failed_at)
                        select (select max(id) from run where year = :year and revision = :revision),
                               step, number, first, last, items, :file, :cause, :attempts, now()
                        from chunk
                        where year = :year and revision = :revision and step = :step and number = :number
                        on conflict (run, step, number) do nothing
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .param("step", step)
                .param("number", number)
                .param("file", file)
                .param("cause", cause)
                .param("attempts", attempts)
                .update();
    }

    private void mark(Revision revision, String step, int number, String state) {
        int updated = jdbc.sql(
                        """
                        update chunk
                        set state = :state
                        where year = :year and revision = :revision and step = :step and number = :number
                        """)
                .param("state", state)
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
                Chunk.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }

    private static ChunkFailure failure(ResultSet row, int index) throws SQLException {
        return new ChunkFailure(
                row.getLong("run"),
                row.getInt("revision"),
                row.getString("step"),
                row.getInt("number"),
                row.getString("first"),
                row.getString("last"),
                row.getInt("items"),
                row.getString("file"),
                row.getString("cause"),
                row.getInt("attempts"),
                row.getInt("runs"),
                row.getTimestamp("failed_at").toInstant(),
                ChunkFailure.Since.valueOf(row.getString("since").toUpperCase(Locale.ROOT)));
    }
}
