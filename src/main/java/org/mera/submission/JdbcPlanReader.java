package org.mera.submission;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mera.company.Participation;
import org.mera.csv.Problem;
import org.mera.cycle.Revision;

/**
 * Walks once, company by company, through all that a revision's files hold, beside what is stored of its companies: memory does not grow with the
 * companies. On a connection of its own, so that one can read ahead while the plan is written.
 */
final class JdbcPlanReader implements AutoCloseable {

    private static final int COMPANIES_A_BLOCK = 1000;

    /**
     * A company of the revision.
     *
     * @param found    sorted
     * @param mentions the rejected files that it will be told of, by number
     * @param assessed the fingerprint of what was assessed last; null where nothing is stored, or where it is stored twice and not known to be right
     */
    record Candidate(FoundRecords found, SortedSet<Integer> mentions, byte @Nullable [] assessed) {}

    private final Connection connection;
    private final ScannedFiles sound;
    private final Map<String, List<Integer>> mentionedByName = new HashMap<>();
    private final List<JdbcRowsByCompany> open = new ArrayList<>();
    private final JdbcRowsByCompany ranges;
    private final JdbcRowsByCompany entries;
    private final JdbcRowsByCompany problems;
    private final JdbcRowsByCompany mentions;
    private final JdbcRowsByCompany stored;
    private boolean gone;

    /**
     * @param sound    the sound files by number
     * @param rejected the names of the rejected ones by number
     */
    JdbcPlanReader(DataSource dataSource, Revision revision, ScannedFiles sound, Map<Integer, String> rejected)
            throws SQLException {
        this.sound = sound;
        connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(false);
            tune();
            rejected.forEach((number, name) -> Mentions.inName(name, company -> mentionedByName
                    .computeIfAbsent(company, key -> new ArrayList<>(1))
                    .add(number)));
            ranges = open(
                    """
                    select r.company, i.number, r.ordinal, r.file_offset, r.length, r.first_record, r.records, r.sha256
                    from inventory i
                    join file_range r on r.scan_id = i.scan_id
                    where i.year = ? and i.revision = ?
                    order by r.company
                    """,
                    revision.year(),
                    revision.number());
            entries = open(
                    """
                    select e.company, i.number, e.line, e.name, e.industry, e.region, e.participation
                    from inventory i
                    join register_entry e on e.scan_id = i.scan_id
                    where i.year = ? and i.revision = ?
                    order by e.company
                    """,
                    revision.year(),
                    revision.number());
            problems = open(
                    """
                    select p.company, i.number, p.line, p.criterion, p.col, p.severity, p.code, p.variant, p.value, p.details
                    from inventory i
                    join scan_problem p on p.scan_id = i.scan_id
                    where i.year = ? and i.revision = ? and p.entry
                    order by p.company, i.number, p.line, p.col, p.code
                    """,
                    revision.year(),
                    revision.number());
            mentions = open(
                    """
                    select m.company, i.number
                    from inventory i
                    join mention m on m.scan_id = i.scan_id
                    where i.year = ? and i.revision = ?
                    order by m.company
                    """,
                    revision.year(),
                    revision.number());
            stored = open(
                    """
                    select company, fingerprint
                    from submission
                    where year = ? and superseded_by is null
                    order by company
                    """,
                    revision.year());
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** What was just copied in is unknown to PostgreSQL's planner, and to gather statistics takes longer than the plan. */
    private void tune() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local enable_nestloop = off");
            statement.execute("set local enable_mergejoin = off");
            statement.execute("set local work_mem = '64MB'");
        }
    }

    private JdbcRowsByCompany open(String sql, int... parameters) throws SQLException {
        JdbcRowsByCompany rows = new JdbcRowsByCompany(connection, sql, parameters);
        open.add(rows);
        return rows;
    }

    /** {@return the next companies, in order (code points)} Empty after the last. */
    List<Candidate> next() throws SQLException {
        List<Candidate> block = new ArrayList<>(COMPANIES_A_BLOCK);
        while (block.size() < COMPANIES_A_BLOCK) {
            String company = nextCompany();
            if (company == null) {
                gone |= stored.company() != null;
                return block;
            }
            FoundRecords found = found(company);
            found.sort();
            boolean told = found.isRegistered() && !found.isHandedIn();
            block.add(new Candidate(found, told ? mentioning(company) : new TreeSet<>(), assessed(company)));
        }
        return block;
    }

    /** {@return whether a company that is stored is none of the revision's any more} To be asked after the last. */
    boolean isAnyGone() {
        return gone;
    }

    private @Nullable String nextCompany() {
        String range = ranges.company();
        return range == null || entries.isBefore(range) ? entries.company() : range;
    }

    private byte @Nullable [] assessed(String company) throws SQLException {
        while (stored.isBefore(company)) {
            gone = true;
            stored.next();
        }
        byte[] assessed = null;
        for (int times = 0; stored.isAt(company); times++, stored.next()) {
            assessed = times == 0 ? stored.row().getBytes("fingerprint") : null;
        }
        return assessed;
    }

    private FoundRecords found(String company) throws SQLException {
        FoundRecords found = new FoundRecords(company);
        Map<Place, List<Problem>> faults = faults(company);
        for (; entries.isAt(company); entries.next()) {
            ResultSet row = entries.row();
            int file = row.getInt("number");
            int line = row.getInt("line");
            String participation = row.getString("participation");
            found.add(new FoundRecords.FoundEntry(
                    file,
                    new RegisterEntry(
                            company,
                            row.getString("name"),
                            row.getString("industry"),
                            row.getString("region"),
                            participation == null
                                    ? null
                                    : Participation.of(participation).orElseThrow(),
                            "",
                            line,
                            faults.getOrDefault(new Place(file, line), List.of()))));
        }
        for (; ranges.isAt(company); ranges.next()) {
            ResultSet row = ranges.row();
            int file = row.getInt("number");
            Form form = sound.get(file).writing().layout().form();
            found.add(new FoundRecords.FoundRange(file, form, range(company, row)));
        }
        return found;
    }

    private static Range range(String company, ResultSet row) throws SQLException {
        return new Range(
                row.getInt("ordinal"),
                company,
                row.getLong("file_offset"),
                row.getInt("length"),
                row.getInt("first_record"),
                row.getInt("records"),
                row.getBytes("sha256"));
    }

    /** {@return what is wrong with a company's lines of the register, by file and line} */
    private Map<Place, List<Problem>> faults(String company) throws SQLException {
        if (!problems.isAt(company)) {
            return Map.of();
        }
        Map<Place, List<Problem>> faults = new HashMap<>();
        for (; problems.isAt(company); problems.next()) {
            ResultSet row = problems.row();
            int line = row.getInt("line");
            faults.computeIfAbsent(new Place(row.getInt("number"), line), key -> new ArrayList<>(1))
                    .add(JdbcProblems.problem(row, "", line));
        }
        return faults;
    }

    /** {@return the rejected files whose name or bytes speak of a company, by number} */
    private SortedSet<Integer> mentioning(String company) throws SQLException {
        SortedSet<Integer> numbers = new TreeSet<>(mentionedByName.getOrDefault(company, List.of()));
        while (mentions.isBefore(company)) {
            mentions.next();
        }
        for (; mentions.isAt(company); mentions.next()) {
            numbers.add(mentions.row().getInt("number"));
        }
        return numbers;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            for (JdbcRowsByCompany rows : open) {
                rows.close();
            }
            connection.rollback();
        }
    }
}
