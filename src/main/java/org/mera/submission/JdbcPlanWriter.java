package org.mera.submission;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mera.company.Participation;
import org.mera.csv.Problem;
import org.mera.cycle.Revision;
import org.mera.database.JdbcCopy;

/**
 * Walks once, company by company, through all that a revision's files hold, beside what is stored of its companies, and writes the plan behind
 * itself: memory does not grow with the companies.
 */
final class JdbcPlanWriter implements AutoCloseable {

    private static final int BLOCK = 1 << 20;

    private final Connection connection;
    private final Revision revision;
    private final ScannedFiles sound;
    private final Map<Integer, String> rejected;
    private final ChunkCuts cuts;
    private final Fingerprints fingerprints;
    private final Map<String, List<Integer>> mentionedByName = new HashMap<>();
    private final List<JdbcRowsByCompany> open = new ArrayList<>();
    private final JdbcRowsByCompany ranges;
    private final JdbcRowsByCompany entries;
    private final JdbcRowsByCompany problems;
    private final JdbcRowsByCompany mentions;
    private final JdbcRowsByCompany stored;
    private final JdbcCopy copy = new JdbcCopy(
            "planned_company", "year", "revision", "company", "fingerprint", "due", "places", "records", "mentions");
    private boolean gone;

    /**
     * @param sound    the sound files by number
     * @param rejected the names of the rejected ones by number
     * @param cuts     gets the companies that are due
     */
    JdbcPlanWriter(
            Connection connection, Revision revision, ScannedFiles sound, Map<Integer, String> rejected, ChunkCuts cuts)
            throws SQLException {
        this.connection = connection;
        this.revision = revision;
        this.sound = sound;
        this.rejected = rejected;
        this.cuts = cuts;
        fingerprints = new Fingerprints(revision, sound);
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
    }

    private JdbcRowsByCompany open(String sql, int... parameters) throws SQLException {
        JdbcRowsByCompany rows = new JdbcRowsByCompany(connection, sql, parameters);
        open.add(rows);
        return rows;
    }

    /** {@return whether a company that is stored is none of the revision's any more} */
    boolean write() throws SQLException {
        for (String company = next(); company != null; company = next()) {
            FoundRecords found = found(company);
            found.sort();
            SortedSet<Integer> mentioning =
                    found.isRegistered() && !found.isHandedIn() ? mentioning(company) : new TreeSet<>();
            byte[] fingerprint = fingerprints.of(
                    found, mentioning.stream().map(rejected::get).toList());
            write(found, fingerprint, mentioning);
        }
        gone |= stored.company() != null;
        copy.flush(connection);
        return gone;
    }

    private @Nullable String next() {
        String range = ranges.company();
        return range == null || entries.isBefore(range) ? entries.company() : range;
    }

    private void write(FoundRecords found, byte[] fingerprint, SortedSet<Integer> mentioning) throws SQLException {
        boolean due = !isStored(found.company(), fingerprint);
        if (due) {
            cuts.add(found.company());
        }
        copy.row()
                .put(revision.year())
                .put(revision.number())
                .put(found.company())
                .put(fingerprint)
                .put(due)
                .put(found.places());
        if (due) {
            copy.put(found.pack());
        } else {
            copy.putNull();
        }
        if (mentioning.isEmpty()) {
            copy.putNull();
        } else {
            copy.put(mentioning.stream().mapToInt(Integer::intValue).toArray());
        }
        if (copy.size() > BLOCK) {
            copy.flush(connection);
        }
    }

    /** What is stored twice is not known to be right. */
    private boolean isStored(String company, byte[] fingerprint) throws SQLException {
        while (stored.isBefore(company)) {
            gone = true;
            stored.next();
        }
        int times = 0;
        boolean same = true;
        for (; stored.isAt(company); stored.next()) {
            times++;
            same &= Arrays.equals(stored.row().getBytes("fingerprint"), fingerprint);
        }
        return times == 1 && same;
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
        for (JdbcRowsByCompany rows : open) {
            rows.close();
        }
    }
}
