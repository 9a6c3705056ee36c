package org.mera.submission;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Problem;
import org.mera.cycle.Chunk;
import org.mera.database.JdbcCopy;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * Submissions on their way into the database: gathered for a chunk, written by a few COPYs a table in the chunk's transaction. Not thread-safe;
 * one serves one chunk.
 */
public final class JdbcSubmissions {

    private static final int BLOCK = 1 << 20;

    private final int year;
    private final int revision;
    private final PackedParts parts = new PackedParts();
    private final JdbcCopy submissions = new JdbcCopy(
            "submission",
            "year",
            "company",
            "revision",
            "fingerprint",
            "status",
            "errors",
            "warnings",
            "column_sums",
            "section_sums",
            "total");
    private final JdbcCopy assessments = new JdbcCopy(
            "assessment",
            "year",
            "company",
            "revision",
            "ordinal",
            "assessor",
            "expert",
            "counts",
            "faulty",
            "part",
            "record",
            "scores",
            "records");
    private final JdbcCopy evidence = new JdbcCopy("evidence", "year", "company", "revision", "records");
    private final JdbcCopy problems = new JdbcCopy(
            "problem",
            "year",
            "revision",
            "company",
            "part",
            "record",
            "criterion",
            "col",
            "severity",
            "code",
            "variant",
            "value",
            "details",
            "other_part",
            "other_record");

    /** A result as it is stored here; what it is, is not this package's to know. */
    public record Sums(int[] columnSums, int[] sectionSums, int total) {}

    public JdbcSubmissions(int year, int revision) {
        this.year = year;
        this.revision = revision;
    }

    /**
     * Gathers the submission of a planned company.
     *
     * @param sums of an accepted one; null of any other
     */
    public void add(Outcome outcome, PlannedCompany planned, @Nullable Sums sums) {
        int errors = (int) outcome.problems().stream().filter(Problem::isError).count();
        submissions
                .row()
                .put(year)
                .put(outcome.company())
                .put(revision)
                .put(planned.fingerprint())
                .put(outcome.status().word())
                .put(errors)
                .put(outcome.problems().size() - errors);
        if (sums == null) {
            submissions.putNull().putNull().putNull();
        } else {
            submissions.put(sums.columnSums()).put(sums.sectionSums()).put(sums.total());
        }
        for (int ordinal = 0; ordinal < outcome.tables().size(); ordinal++) {
            add(outcome.company(), ordinal, outcome.tables().get(ordinal));
        }
        parts.pack(planned.file());
        evidence.row().put(year).put(outcome.company()).put(revision).put(parts.packed(), parts.packedLength());
        if (!outcome.problems().isEmpty()) {
            Places places = Places.of(planned.file());
            outcome.problems().forEach(problem -> add(outcome.company(), problem, places));
        }
    }

    /**
     * Makes room for a chunk's companies: what is stored of this revision goes, what is stored of earlier ones is kept as history. Comes before
     * anything is stored.
     */
    public void makeRoom(Connection connection, Chunk chunk) throws SQLException {
        if (isAnyStored(connection, chunk)) {
            supersede(connection, chunk);
        }
    }

    /** Stores what was gathered. */
    public void flush(Connection connection) throws SQLException {
        submissions.flush(connection);
        assessments.flush(connection);
        evidence.flush(connection);
        problems.flush(connection);
    }

    /** Stores what was gathered once it is much: what is gathered does not grow with the chunk, and the server is slow at many rows in one COPY. */
    public void spill(Connection connection) {
        if (evidence.size() < BLOCK) {
            return;
        }
        try {
            flush(connection);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("store submissions", null, e);
        }
    }

    /** Of a fresh cycle nothing is stored: that is found out at a glance, where to look for each company took as long as to store it. */
    private boolean isAnyStored(Connection connection, Chunk chunk) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select exists (select from submission where year = ? and company between ? and ?)")) {
            statement.setInt(1, year);
            statement.setString(2, chunk.first());
            statement.setString(3, chunk.last());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private void supersede(Connection connection, Chunk chunk) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                """
                with given as (
                    select cycle.year, cycle.revision, array(
                               select p.company from planned_company p
                               where p.year = cycle.year and p.revision = cycle.revision and p.company between ? and ?
                                 and p.due
                           ) as companies
                    from (select ?::integer as year, ?::integer as revision) cycle
                ), no_submission as (
                    delete from submission t using given
                    where t.year = given.year and t.revision = given.revision and t.company = any (given.companies)
                ), no_assessment as (
                    delete from assessment t using given
                    where t.year = given.year and t.revision = given.revision and t.company = any (given.companies)
                ), no_evidence as (
                    delete from evidence t using given
                    where t.year = given.year and t.revision = given.revision and t.company = any (given.companies)
                ), no_problem as (
                    delete from problem t using given
                    where t.year = given.year and t.revision = given.revision and t.company = any (given.companies)
                )
                update submission t set superseded_by = given.revision
                from given
                where t.year = given.year and t.revision <> given.revision and t.superseded_by is null
                  and t.company = any (given.companies)
                """)) {
            statement.setString(1, chunk.first());
            statement.setString(2, chunk.last());
            statement.setInt(3, year);
            statement.setInt(4, revision);
            statement.executeUpdate();
        }
    }

    private void add(String company, int ordinal, AssessedTable table) {
        assessments
                .row()
                .put(year)
                .put(company)
                .put(revision)
                .put(ordinal)
                .put(table.assessor().word())
                .put(table.expert())
                .put(table.counts())
                .put(table.faulty())
                .put(table.first().part())
                .put(table.first().record())
                .put(table.scores());
        byte[] records = table.records();
        if (records == null) {
            assessments.putNull();
        } else {
            assessments.put(records);
        }
    }

    private void add(String company, Problem problem, Places places) {
        Place place = places.of(problem.file(), problem.line());
        PlaceDetails details = PlaceDetails.of(problem);
        Place other = details.other(problem, places);
        problems.row().put(year).put(revision).put(company).put(place.part()).put(place.record());
        JdbcProblems.put(problems, details.emptied(problem));
        problems.put(other == null ? null : (Integer) other.part());
        problems.put(other == null ? null : (Integer) other.record());
    }
}
