package org.mera.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The revisions of the cycles. */
@Repository
public class JdbcRevisions {

    private static final String COLUMNS =
            "year, number, methodology_sha256, cutoff, rules_version, output_options, last_act, fingerprint, state";

    private final JdbcClient jdbc;

    public JdbcRevisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@return the newest revision of a cycle, if it has any} */
    public Optional<Revision> newest(int year) {
        return jdbc.sql("select " + COLUMNS + " from revision where year = :year order by number desc limit 1")
                .param("year", year)
                .query(JdbcRevisions::revision)
                .optional();
    }

    /** {@return the newest revision of a cycle whose outputs were published, if it has any} */
    public Optional<Revision> newestCompleted(int year) {
        return jdbc.sql("select " + COLUMNS
                        + " from revision where year = :year and state = 'completed' order by number desc limit 1")
                .param("year", year)
                .query(JdbcRevisions::revision)
                .optional();
    }

    /** {@return with what options the revisions of a cycle were made, oldest first} */
    public List<String> options(int year) {
        return jdbc.sql("select output_options from revision where year = :year order by number")
                .param("year", year)
                .query(String.class)
                .list();
    }

    /** {@return the revision of this number} */
    public Revision get(int year, int number) {
        return jdbc.sql("select " + COLUMNS + " from revision where year = :year and number = :number")
                .param("year", year)
                .param("number", number)
                .query(JdbcRevisions::revision)
                .single();
    }

    /** Stores a new revision. */
    public void add(Revision revision) {
        jdbc.sql(
                        """
                        insert into revision
                            (year, number, methodology_sha256, cutoff, rules_version, output_options, last_act, fingerprint, state)
                        values
                            (:year, :number, :sha256, :cutoff, :rulesVersion, :outputOptions, :lastAct, :fingerprint, :state)
                        """)
                .param("year", revision.year())
                .param("number", revision.number())
                .param("sha256", revision.methodologySha256())
                .param("cutoff", revision.cutoff())
                .param("rulesVersion", revision.rulesVersion())
                .param("outputOptions", revision.outputOptions())
                .param("lastAct", revision.lastAct())
                .param("fingerprint", revision.fingerprint())
                .param("state", word(revision.state()))
                .update();
    }

    /** Writes down how far a revision has come. */
    public void mark(int year, int number, Revision.State state) {
        jdbc.sql("update revision set state = :state where year = :year and number = :number")
                .param("state", word(state))
                .param("year", year)
                .param("number", number)
                .update();
    }

    /** Writes down what a revision has read, once it has read everything. */
    public void fingerprint(int year, int number, String fingerprint) {
        jdbc.sql("update revision set fingerprint = :fingerprint where year = :year and number = :number")
                .param("fingerprint", fingerprint)
                .param("year", year)
                .param("number", number)
                .update();
    }

    /** Takes back what a revision is said to have read, so that the next run begins another one. */
    public void discard(int year, int number) {
        jdbc.sql("update revision set fingerprint = null where year = :year and number = :number")
                .param("year", year)
                .param("number", number)
                .update();
    }

    private static String word(Revision.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Revision revision(ResultSet row, int index) throws SQLException {
        return new Revision(
                row.getInt("year"),
                row.getInt("number"),
                row.getString("methodology_sha256"),
                row.getObject("cutoff", LocalDate.class),
                row.getInt("rules_version"),
                row.getString("output_options"),
                row.getLong("last_act"),
                row.getString("fingerprint"),
                Revision.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }
}
