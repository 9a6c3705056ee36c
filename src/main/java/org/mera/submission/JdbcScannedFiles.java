package org.mera.submission;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mera.cycle.Revision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of an inventory that have been read, by their numbers. */
@Repository
class JdbcScannedFiles {

    private static final String ALL =
            """
            select i.number, i.file, s.encoding, s.delimiter, s.form, s.columns
            from inventory i
            join file_scan s on s.id = i.scan_id
            where i.year = :year and i.revision = :revision and not s.rejected
            """;

    private final JdbcClient jdbc;

    JdbcScannedFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@return the sound files of a revision} */
    ScannedFiles sound(Revision revision) {
        return sound(ALL, revision, List.of());
    }

    /** {@return some of the sound files of a revision} */
    ScannedFiles sound(Revision revision, Collection<Integer> numbers) {
        return numbers.isEmpty()
                ? new ScannedFiles()
                : sound(ALL + " and i.number = any (:numbers)", revision, numbers);
    }

    private ScannedFiles sound(String sql, Revision revision, Collection<Integer> numbers) {
        Map<String, ScannedFile.Writing> writings = new HashMap<>();
        ScannedFiles files = new ScannedFiles();
        jdbc.sql(sql)
                .param("year", revision.year())
                .param("revision", revision.number())
                .param("numbers", numbers.stream().mapToInt(Integer::intValue).toArray())
                .query(row -> {
                    String encoding = row.getString("encoding");
                    String delimiter = row.getString("delimiter");
                    String form = row.getString("form");
                    String columns = row.getString("columns");
                    ScannedFile.Writing writing = writings.computeIfAbsent(
                            String.join("\n", encoding, delimiter, form, columns),
                            key -> ScannedFile.Writing.of(encoding, delimiter, form, columns));
                    files.add(row.getInt("number"), new ScannedFile(row.getString("file"), writing));
                });
        return files;
    }

    /** {@return the names of the rejected files of a revision, by number} */
    SortedMap<Integer, String> rejected(Revision revision) {
        SortedMap<Integer, String> files = new TreeMap<>();
        jdbc.sql(
                        """
                        select i.number, i.file
                        from inventory i
                        join file_scan s on s.id = i.scan_id
                        where i.year = :year and i.revision = :revision and s.rejected
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .query(row -> {
                    files.put(row.getInt("number"), row.getString("file"));
                });
        return files;
    }
}
