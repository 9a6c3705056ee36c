package org.mera.submission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
        ScannedFiles files = new ScannedFiles();
        read(ALL, revision, List.of(), new KnownFiles(), files);
        return files;
    }

    /**
     * {@return some of the sound files of a revision}
     *
     * @param known what the run knows of them so far; it comes to know the others
     */
    ScannedFiles sound(Revision revision, Collection<Integer> numbers, KnownFiles known) {
        ScannedFiles files = new ScannedFiles();
        List<Integer> unknown = new ArrayList<>();
        for (int number : numbers) {
            ScannedFile file = known.get(number);
            if (file == null) {
                unknown.add(number);
            } else {
                files.add(number, file);
            }
        }
        if (!unknown.isEmpty()) {
            read(ALL + " and i.number = any (:numbers)", revision, unknown, known, files);
        }
        return files;
    }

    private void read(String sql, Revision revision, List<Integer> numbers, KnownFiles known, ScannedFiles files) {
        jdbc.sql(sql)
                .param("year", revision.year())
                .param("revision", revision.number())
                .param("numbers", numbers.stream().mapToInt(Integer::intValue).toArray())
                .query(row -> {
                    ScannedFile file = new ScannedFile(
                            row.getString("file"),
                            known.writing(
                                    row.getString("encoding"),
                                    row.getString("delimiter"),
                                    row.getString("form"),
                                    row.getString("columns")));
                    int number = row.getInt("number");
                    known.add(number, file);
                    files.add(number, file);
                });
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
