package org.mera.submission;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.mera.csv.Problem;
import org.mera.database.JdbcCopy;
import org.mera.methodology.Methodology;

/**
 * Submissions on their way into the database: gathered for a chunk, written by one COPY a table in the chunk's transaction. Not thread-safe;
 * one serves one chunk.
 */
public final class JdbcSubmissions {

    private final int year;
    private final int revision;
    private final Methodology methodology;
    private final PackedTexts texts = new PackedTexts();
    private final JdbcCopy submissions = new JdbcCopy(
            "submission", "year", "company", "revision", "fingerprint", "status", "errors", "warnings", "documents");
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
            "file",
            "first_line",
            "scores",
            "records",
            "evidence");
    private final JdbcCopy problems = new JdbcCopy(
            "problem",
            "year",
            "revision",
            "file",
            "line",
            "company",
            "criterion",
            "col",
            "severity",
            "code",
            "variant",
            "value",
            "details");

    public JdbcSubmissions(int year, int revision, Methodology methodology) {
        this.year = year;
        this.revision = revision;
        this.methodology = methodology;
    }

    /** Gathers a submission that was assessed from records with this fingerprint. */
    public void add(Submission submission, byte[] fingerprint) {
        int errors =
                (int) submission.problems().stream().filter(Problem::isError).count();
        submissions
                .row()
                .put(year)
                .put(submission.company())
                .put(revision)
                .put(fingerprint)
                .put(submission.status().word())
                .put(errors)
                .put(submission.problems().size() - errors)
                .put(SourceDocuments.pack(submission.documents(), texts));
        int ordinal = 0;
        for (Table table : submission.tables()) {
            add(submission.company(), ordinal++, table);
        }
        for (Problem problem : submission.problems()) {
            problems.row()
                    .put(year)
                    .put(revision)
                    .put(problem.file())
                    .put(problem.line())
                    .put(submission.company());
            JdbcProblems.put(problems, problem);
        }
    }

    /**
     * Stores what was gathered in place of what is stored of these companies: of this revision it is replaced, of earlier ones it is kept as
     * history.
     */
    public void replace(Connection connection, List<String> companies) throws SQLException {
        for (String table : List.of("submission", "assessment", "problem", "result")) {
            forCompanies(
                    connection,
                    companies,
                    "delete from " + table + " where year = ? and revision = ? and company = any (?)");
        }
        forCompanies(
                connection,
                companies,
                """
                update submission set superseded_by = revision.number
                from (select ?::integer as year, ?::integer as number) revision
                where submission.year = revision.year and submission.superseded_by is null and company = any (?)
                """);
        submissions.flush(connection);
        assessments.flush(connection);
        problems.flush(connection);
    }

    private void forCompanies(Connection connection, List<String> companies, String sql) throws SQLException {
        Array array = connection.createArrayOf("text", companies.toArray());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, year);
            statement.setInt(2, revision);
            statement.setArray(3, array);
            statement.executeUpdate();
        } finally {
            array.free();
        }
    }

    private void add(String company, int ordinal, Table table) {
        int columns = methodology.columns().size();
        int[] records = new int[methodology.criterionCount()];
        for (TableLine line : table.lines()) {
            records[line.criterion() - 1] = line.record();
            texts.add(line.directions());
            for (int column = 0; column < columns; column++) {
                texts.add(line.evidence().get(column));
                texts.add(line.notes().get(column));
            }
        }
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
                .put(table.file())
                .put(table.firstLine())
                .put(PackedScores.pack(table.lines(), methodology.criterionCount(), columns))
                .put(records)
                .put(texts.pack());
    }
}
