package org.mera.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.mera.methodology.Methodology;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is stored of a company, read back whole: every score of every assessor with its evidence, its file and its record. */
@Repository
public class JdbcTables {

    private final JdbcClient jdbc;

    public JdbcTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@return the Tables of a company's current submission, as they were handed in} */
    public List<Table> current(int year, String company, Methodology methodology) {
        return jdbc.sql(
                        """
                        select a.assessor, a.expert, a.counts, a.faulty, a.file, a.first_line, a.scores, a.records, a.evidence
                        from submission s
                        join assessment a on a.year = s.year and a.company = s.company and a.revision = s.revision
                        where s.year = :year and s.company = :company and s.superseded_by is null
                        order by a.ordinal
                        """)
                .param("year", year)
                .param("company", company)
                .query((row, index) -> table(row, methodology))
                .list();
    }

    /** {@return the source documents of a company's current submission, as they were handed in} */
    public List<SourceDocument> documents(int year, String company) {
        return jdbc.sql(
                        """
                        select documents from submission
                        where year = :year and company = :company and superseded_by is null
                        """)
                .param("year", year)
                .param("company", company)
                .query((row, index) -> SourceDocuments.unpack(row.getBytes("documents")))
                .optional()
                .orElse(List.of());
    }

    private static Table table(ResultSet row, Methodology methodology) throws SQLException {
        return new Table(
                assessor(row.getString("assessor")),
                row.getString("expert"),
                row.getBoolean("counts"),
                row.getBoolean("faulty"),
                row.getString("file"),
                row.getInt("first_line"),
                lines(row, methodology.columns().size()));
    }

    private static List<TableLine> lines(ResultSet row, int columns) throws SQLException {
        Integer[] records = (Integer[]) row.getArray("records").getArray();
        byte[] cells = row.getBytes("scores");
        Iterator<String> texts = PackedTexts.unpack(row.getBytes("evidence")).iterator();
        List<TableLine> lines = new ArrayList<>(records.length);
        for (int criterion = 0; criterion < records.length; criterion++) {
            if (records[criterion] != 0) {
                String directions = texts.next();
                int[] scores = PackedScores.of(cells, criterion + 1, columns);
                List<String> evidence = new ArrayList<>(columns);
                List<String> notes = new ArrayList<>(columns);
                for (int column = 0; column < columns; column++) {
                    evidence.add(texts.next());
                    notes.add(texts.next());
                }
                lines.add(new TableLine(records[criterion], criterion + 1, scores, evidence, notes, directions));
            }
        }
        return lines;
    }

    private static Assessor assessor(String word) {
        return Assessor.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
