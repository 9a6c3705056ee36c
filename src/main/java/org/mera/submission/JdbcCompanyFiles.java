package org.mera.submission;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mera.company.Participation;
import org.mera.csv.Problem;
import org.mera.csv.TextEncoding;
import org.mera.cycle.Chunk;
import org.mera.cycle.Revision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the inbox holds of the companies of a chunk, read back by the ranges that were found. */
@Repository
public class JdbcCompanyFiles {

    private final JdbcClient jdbc;

    public JdbcCompanyFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Gives the companies of a chunk one by one, by company (code points); only one company's bytes are in memory.
     *
     * @throws IOException              when a file cannot be read
     * @throws ChangedDuringRunException when a file is no longer what it was when it was scanned
     */
    public void read(Revision revision, Chunk chunk, Path inbox, Consumer<PlannedCompany> consumer) throws IOException {
        Map<String, Collected> companies = planned(revision, chunk);
        collectEntries(revision, chunk, companies);
        collectRanges(revision, chunk, companies);
        collectMentions(revision, chunk, companies);
        try (InboxReader reader = new InboxReader()) {
            for (Map.Entry<String, Collected> company : companies.entrySet()) {
                consumer.accept(company.getValue().read(company.getKey(), inbox, reader));
            }
        }
    }

    private Map<String, Collected> planned(Revision revision, Chunk chunk) {
        Map<String, Collected> companies = new LinkedHashMap<>();
        select(
                        """
                        select p.company, p.fingerprint from planned_company p
                        where p.year = :year and p.revision = :revision and p.company between :first and :last
                          and p.chunk = :chunk
                        order by p.company
                        """,
                        revision,
                        chunk)
                .query(row -> {
                    companies.put(row.getString("company"), new Collected(row.getBytes("fingerprint")));
                });
        return companies;
    }

    private void collectEntries(Revision revision, Chunk chunk, Map<String, Collected> companies) {
        Map<String, List<Problem>> problems = new LinkedHashMap<>();
        select(
                        """
                        select i.file, p.line, p.company, p.criterion, p.col, p.severity, p.code, p.variant, p.value, p.details
                        from inventory i
                        join scan_problem p on p.scan_id = i.scan_id
                        where i.year = :year and i.revision = :revision and p.entry
                          and p.company between :first and :last
                        order by i.file, p.line, p.col, p.code
                        """,
                        revision,
                        chunk)
                .query(row -> {
                    Problem problem = JdbcProblems.problem(row);
                    problems.computeIfAbsent(place(problem.file(), problem.line()), any -> new ArrayList<>())
                            .add(problem);
                });
        select(
                        """
                        select e.company, i.file, e.line, e.name, e.industry, e.region, e.participation
                        from planned_company c
                        join register_entry e on e.company = c.company
                        join inventory i on i.scan_id = e.scan_id and i.year = c.year and i.revision = c.revision
                        where c.year = :year and c.revision = :revision and c.company between :first and :last
                          and c.chunk = :chunk
                        order by e.company, i.file, e.line
                        """,
                        revision,
                        chunk)
                .query(row -> {
                    String place = place(row.getString("file"), row.getInt("line"));
                    collected(companies, row).entries.add(entry(row, problems.getOrDefault(place, List.of())));
                });
    }

    private void collectRanges(Revision revision, Chunk chunk, Map<String, Collected> companies) {
        select(
                        """
                        select r.company, i.file, s.encoding, s.delimiter, s.form, s.columns,
                               r.ordinal, r.file_offset, r.length, r.first_record, r.records, r.sha256
                        from planned_company c
                        join file_range r on r.company = c.company
                        join inventory i on i.scan_id = r.scan_id and i.year = c.year and i.revision = c.revision
                        join file_scan s on s.id = r.scan_id
                        where c.year = :year and c.revision = :revision and c.company between :first and :last
                          and c.chunk = :chunk
                        order by r.company, i.file, r.ordinal
                        """,
                        revision,
                        chunk)
                .query(row -> {
                    collected(companies, row).ranges.add(located(row));
                });
    }

    private void collectMentions(Revision revision, Chunk chunk, Map<String, Collected> companies) {
        select(
                        """
                        select distinct m.company, i.file
                        from planned_company c
                        join mention m on m.company = c.company
                        join inventory i on i.scan_id = m.scan_id and i.year = c.year and i.revision = c.revision
                        where c.year = :year and c.revision = :revision and c.company between :first and :last
                          and c.chunk = :chunk
                        order by m.company, i.file
                        """,
                        revision,
                        chunk)
                .query(row -> {
                    collected(companies, row).rejectedFiles.add(row.getString("file"));
                });
    }

    private JdbcClient.StatementSpec select(String sql, Revision revision, Chunk chunk) {
        return jdbc.sql(sql)
                .param("year", revision.year())
                .param("revision", revision.number())
                .param("first", chunk.first())
                .param("last", chunk.last())
                .param("chunk", chunk.number());
    }

    private static Collected collected(Map<String, Collected> companies, ResultSet row) throws SQLException {
        Collected collected = companies.get(row.getString("company"));
        if (collected == null) {
            throw new IllegalStateException("Company " + row.getString("company") + " is not of this chunk");
        }
        return collected;
    }

    private static String place(String file, int line) {
        return file + ':' + line;
    }

    private static RegisterEntry entry(ResultSet row, List<Problem> problems) throws SQLException {
        String participation = row.getString("participation");
        return new RegisterEntry(
                row.getString("company"),
                row.getString("name"),
                row.getString("industry"),
                row.getString("region"),
                participation == null ? null : Participation.of(participation).orElseThrow(),
                row.getString("file"),
                row.getInt("line"),
                problems);
    }

    private static LocatedRange located(ResultSet row) throws SQLException {
        return new LocatedRange(
                row.getString("file"),
                TextEncoding.valueOf(row.getString("encoding")),
                row.getString("delimiter").charAt(0),
                new Layout(
                        Form.valueOf(row.getString("form")),
                        List.of(row.getString("columns").split(",", -1))),
                new Range(
                        row.getInt("ordinal"),
                        row.getString("company"),
                        row.getLong("file_offset"),
                        row.getInt("length"),
                        row.getInt("first_record"),
                        row.getInt("records"),
                        row.getBytes("sha256")));
    }

    private record LocatedRange(String file, TextEncoding encoding, char delimiter, Layout layout, Range range) {

        Part read(Path inbox, InboxReader reader) throws IOException {
            return new Part(file, encoding, delimiter, layout, range, reader.read(inbox, file, range));
        }
    }

    private static final class Collected {

        private final byte[] fingerprint;
        private final List<RegisterEntry> entries = new ArrayList<>();
        private final List<LocatedRange> ranges = new ArrayList<>();
        private final List<String> rejectedFiles = new ArrayList<>();

        Collected(byte[] fingerprint) {
            this.fingerprint = fingerprint;
        }

        PlannedCompany read(String company, Path inbox, InboxReader reader) throws IOException {
            List<Part> parts = new ArrayList<>(ranges.size());
            for (LocatedRange range : ranges) {
                parts.add(range.read(inbox, reader));
            }
            return new PlannedCompany(new CompanyFile(company, entries, parts), fingerprint, rejectedFiles);
        }
    }
}
