package org.mera.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.mera.methodology.Methodology;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is stored of a company, read back whole: every score of every assessor with its evidence, its file and its record. */
@Repository
public class JdbcTables {

    /** Later than all revisions. */
    private static final int NOW = Integer.MAX_VALUE;

    private final JdbcClient jdbc;

    public JdbcTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@return the Tables of a company's current submission, as they were handed in} */
    public List<Table> current(int year, String company, Methodology methodology) {
        return of(year, NOW, company, methodology);
    }

    /** {@return the Tables of the submission that a company has in a revision, as they were handed in} Also while a later revision is being assessed. */
    public List<Table> of(int year, int revision, String company, Methodology methodology) {
        List<ParsedTable> tables = HandedIn.tables(handedIn(year, revision, company), methodology, year);
        List<Table> current = jdbc.sql(
                        """
                        select a.ordinal, a.counts, a.faulty, a.scores
                        from submission s
                        join assessment a on a.year = s.year and a.company = s.company and a.revision = s.revision
                        where s.year = :year and s.company = :company
                          and s.revision <= :revision and (s.superseded_by is null or s.superseded_by > :revision)
                        order by a.ordinal
                        """)
                .param("year", year)
                .param("revision", revision)
                .param("company", company)
                .query((row, index) -> {
                    if (index >= tables.size()) {
                        throw unlike(company, "more Tables");
                    }
                    return scored(row, tables.get(index), methodology);
                })
                .list();
        if (current.size() < tables.size()) {
            throw unlike(company, "fewer Tables");
        }
        return current;
    }

    /** What was ranked and what is shown beside it must be the same: the scores that were stored are compared with those that are read again. */
    private static Table scored(ResultSet row, ParsedTable parsed, Methodology methodology) throws SQLException {
        Table table = parsed.table(row.getBoolean("counts"), row.getBoolean("faulty"));
        byte[] scores = PackedScores.pack(
                table.lines(),
                methodology.criterionCount(),
                methodology.columns().size());
        if (!Arrays.equals(scores, row.getBytes("scores"))) {
            throw unlike(parsed.company(), "other scores");
        }
        return table;
    }

    private static IllegalStateException unlike(String company, String what) {
        return new IllegalStateException("Of company " + company + " " + what
                + " are stored than what it handed in holds; it was assessed by other rules");
    }

    /** {@return the source documents of a company's current submission, as they were handed in} */
    public List<SourceDocument> documents(int year, String company, Methodology methodology) {
        return documents(year, NOW, company, methodology);
    }

    /** {@return the source documents of the submission that a company has in a revision} Also while a later revision is being assessed. */
    public List<SourceDocument> documents(int year, int revision, String company, Methodology methodology) {
        return HandedIn.documents(handedIn(year, revision, company), methodology)
                .sources();
    }

    private CompanyFile handedIn(int year, int revision, String company) {
        StoredPlaces places = places(year, revision, company);
        return jdbc.sql(
                        """
                        select e.records
                        from submission s
                        join evidence e on e.year = s.year and e.company = s.company and e.revision = s.revision
                        where s.year = :year and s.company = :company
                          and s.revision <= :revision and (s.superseded_by is null or s.superseded_by > :revision)
                        """)
                .param("year", year)
                .param("revision", revision)
                .param("company", company)
                .query((row, index) -> PackedParts.unpack(company, row.getBytes("records"), places))
                .optional()
                .map(parts -> new CompanyFile(company, List.of(), parts))
                .orElseGet(() -> new CompanyFile(company, List.of(), List.of()));
    }

    /** {@return where the submission's records stand} The newest revision up to the given one that found them there is asked. */
    private StoredPlaces places(int year, int revision, String company) {
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
                        where s.year = :year and s.company = :company
                          and s.revision <= :revision and (s.superseded_by is null or s.superseded_by > :revision)
                          and p.revision <= :revision
                        order by p.revision desc
                        limit 1
                        """)
                .param("year", year)
                .param("revision", revision)
                .param("company", company)
                .query((row, index) ->
                        new StoredPlaces((Integer[]) row.getArray("places").getArray(), (String[])
                                row.getArray("files").getArray()))
                .optional()
                .orElse(StoredPlaces.NONE);
    }
}
