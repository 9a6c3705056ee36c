package org.mera.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
        StoredPlaces places = places(year, company);
        return jdbc.sql(
                        """
                        select a.assessor, a.expert, a.counts, a.faulty, a.part, a.record, a.scores, a.records,
                               e.cells[a.ordinal + 1] as cells
                        from submission s
                        join assessment a on a.year = s.year and a.company = s.company and a.revision = s.revision
                        join evidence e on e.year = s.year and e.company = s.company and e.revision = s.revision
                        where s.year = :year and s.company = :company and s.superseded_by is null
                        order by a.ordinal
                        """)
                .param("year", year)
                .param("company", company)
                .query((row, index) -> table(row, places, methodology))
                .list();
    }

    /** {@return the source documents of a company's current submission, as they were handed in} */
    public List<SourceDocument> documents(int year, String company) {
        StoredPlaces places = places(year, company);
        return jdbc.sql(
                        """
                        select e.documents
                        from submission s
                        join evidence e on e.year = s.year and e.company = s.company and e.revision = s.revision
                        where s.year = :year and s.company = :company and s.superseded_by is null
                        """)
                .param("year", year)
                .param("company", company)
                .query((row, index) -> SourceDocuments.unpack(row.getBytes("documents"), places))
                .optional()
                .orElse(List.of());
    }

    /** {@return where the current submission's records stand} The newest revision that found them there is asked. */
    private StoredPlaces places(int year, String company) {
        return jdbc.sql(
                        """
                        select p.places,
                               array(
                                   select i.file
                                   from unnest(p.places) with ordinality part (number, at)
                                   join inventory i on i.year = p.year and i.revision = p.revision and i.number = part.number
                                   where part.at % 2 = 1
                                   order by part.at
                               ) as files
                        from submission s
                        join planned_company p on p.year = s.year and p.company = s.company and p.fingerprint = s.fingerprint
                        where s.year = :year and s.company = :company and s.superseded_by is null
                        order by p.revision desc
                        limit 1
                        """)
                .param("year", year)
                .param("company", company)
                .query((row, index) ->
                        new StoredPlaces((Integer[]) row.getArray("places").getArray(), (String[])
                                row.getArray("files").getArray()))
                .optional()
                .orElse(StoredPlaces.NONE);
    }

    private static Table table(ResultSet row, StoredPlaces places, Methodology methodology) throws SQLException {
        Place first = new Place(row.getInt("part"), row.getInt("record"));
        return new Table(
                assessor(row.getString("assessor")),
                row.getString("expert"),
                row.getBoolean("counts"),
                row.getBoolean("faulty"),
                places.file(first),
                places.record(first),
                lines(row, first, places, methodology));
    }

    private static List<TableLine> lines(ResultSet row, Place first, StoredPlaces stored, Methodology methodology)
            throws SQLException {
        int columns = methodology.columns().size();
        @Nullable Place[] places = PackedRecords.places(row.getBytes("records"), first, methodology.criterionCount());
        byte[] cells = row.getBytes("scores");
        Iterator<String> texts = PackedTexts.unpack(row.getBytes("cells")).iterator();
        List<TableLine> lines = new ArrayList<>(places.length);
        for (int criterion = 1; criterion <= places.length; criterion++) {
            Place place = places[criterion - 1];
            if (place != null) {
                String directions = texts.next();
                int[] scores = PackedScores.of(cells, criterion, columns);
                List<String> evidence = new ArrayList<>(columns);
                List<String> notes = new ArrayList<>(columns);
                for (int column = 0; column < columns; column++) {
                    evidence.add(texts.next());
                    notes.add(texts.next());
                }
                lines.add(new TableLine(
                        stored.file(place), stored.record(place), criterion, scores, evidence, notes, directions));
            }
        }
        return lines;
    }

    private static Assessor assessor(String word) {
        return Assessor.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
