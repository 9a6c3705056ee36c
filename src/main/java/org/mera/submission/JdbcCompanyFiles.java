package org.mera.submission;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.mera.cycle.Chunk;
import org.mera.cycle.Revision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the inbox holds of the companies of a chunk, read back by the ranges that were found. */
@Repository
public class JdbcCompanyFiles {

    private final JdbcClient jdbc;
    private final JdbcScannedFiles files;

    JdbcCompanyFiles(JdbcClient jdbc, JdbcScannedFiles files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    /**
     * Gives the companies of a chunk one by one, by company (code points); only one company's bytes are in memory.
     *
     * @param known what the run knows of the revision's files
     * @throws IOException              when a file cannot be read
     * @throws ChangedDuringRunException when a file is no longer what it was when it was scanned
     */
    public void read(Revision revision, Chunk chunk, Path inbox, KnownFiles known, Consumer<PlannedCompany> consumer)
            throws IOException {
        List<Planned> companies = planned(revision, chunk);
        ScannedFiles sound = files.sound(revision, numbers(companies), known);
        Map<Integer, String> rejected = rejected(revision, companies);
        try (InboxReader reader = new InboxReader()) {
            for (Planned company : companies) {
                consumer.accept(company.read(sound, rejected, inbox, reader));
            }
        }
    }

    private List<Planned> planned(Revision revision, Chunk chunk) {
        return jdbc.sql(
                        """
                        select company, fingerprint, records, mentions
                        from planned_company
                        where year = :year and revision = :revision and company between :first and :last and due
                        order by company
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .param("first", chunk.first())
                .param("last", chunk.last())
                .query((row, index) -> new Planned(
                        FoundRecords.unpack(row.getString("company"), row.getBytes("records")),
                        row.getBytes("fingerprint"),
                        mentions(row)))
                .list();
    }

    private static List<Integer> mentions(ResultSet row) throws SQLException {
        Array mentions = row.getArray("mentions");
        return mentions == null ? List.of() : List.of((Integer[]) mentions.getArray());
    }

    private static Set<Integer> numbers(List<Planned> companies) {
        Set<Integer> numbers = new TreeSet<>();
        for (Planned company : companies) {
            company.found.entries().forEach(entry -> numbers.add(entry.file()));
            company.found.ranges().forEach(range -> numbers.add(range.file()));
        }
        return numbers;
    }

    private Map<Integer, String> rejected(Revision revision, List<Planned> companies) {
        return companies.stream().allMatch(company -> company.mentions.isEmpty()) ? Map.of() : files.rejected(revision);
    }

    private record Planned(FoundRecords found, byte[] fingerprint, List<Integer> mentions) {

        PlannedCompany read(ScannedFiles sound, Map<Integer, String> rejected, Path inbox, InboxReader reader)
                throws IOException {
            List<Part> parts = new ArrayList<>(found.ranges().size());
            for (FoundRecords.FoundRange range : found.ranges()) {
                parts.add(read(sound.get(range.file()), range.range(), inbox, reader));
            }
            return new PlannedCompany(
                    new CompanyFile(
                            found.company(),
                            found.entries(file -> sound.get(file).name()),
                            parts),
                    fingerprint,
                    mentions.stream().map(rejected::get).toList());
        }

        private static Part read(ScannedFile file, Range range, Path inbox, InboxReader reader) throws IOException {
            ScannedFile.Writing writing = file.writing();
            byte[] bytes = reader.read(inbox, file.name(), range);
            return new Part(file.name(), writing.encoding(), writing.delimiter(), writing.layout(), range, bytes);
        }
    }
}
