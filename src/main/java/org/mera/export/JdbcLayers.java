package org.mera.export;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mera.cycle.Revision;
import org.mera.methodology.Methodology;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.Ranking;
import org.mera.submission.Assessor;
import org.mera.submission.PackedRecords;
import org.mera.submission.Submission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every company of a revision with every assessor's scores, as ranking.json wants them: the ranked in their order, then the others. */
@Repository
public class JdbcLayers {

    private static final int FETCH = 2000;

    private final JdbcClient jdbc;

    public JdbcLayers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@return the companies one by one} To be closed by the stream it comes from; streams only within a transaction. */
    public Stream<CompanyLayers> of(Revision revision, Methodology methodology, Ranking ranking) {
        int criteria = methodology.criterionCount();
        Ranked ranked = new Ranked(ranking.companies());
        Stream<Row> rows = jdbc
                .sql(
                        """
                        select p.company,
                               case when k.rank is null then coalesce((
                                   select e.name from register_entry e
                                   join inventory i on i.scan_id = e.scan_id and i.year = p.year and i.revision = p.revision
                                   where e.company = p.company
                                   order by i.file, e.line
                                   limit 1
                               ), '') else '' end as unranked_name,
                               s.status, s.errors, s.warnings,
                               a.assessor, a.expert, a.counts, a.faulty, f.file, a.scores, a.records,
                               p.places[2 * a.part + 2] + a.record as first_record,
                               case when a.records is not null then p.places end as places
                        from planned_company p
                        join submission s
                          on s.year = p.year and s.company = p.company and s.revision <= p.revision
                         and (s.superseded_by is null or s.superseded_by > p.revision)
                        left join ranked_company k on k.year = p.year and k.revision = p.revision and k.company = p.company
                        left join assessment a
                          on a.year = s.year and a.company = s.company and a.revision = s.revision
                        left join inventory f
                          on f.year = p.year and f.revision = p.revision and f.number = p.places[2 * a.part + 1]
                        where p.year = :year and p.revision = :revision
                        order by k.rank nulls last, p.company, a.ordinal
                        """)
                .withFetchSize(FETCH)
                .param("year", revision.year())
                .param("revision", revision.number())
                .query((row, index) -> row(row, ranked, criteria))
                .stream();
        Iterator<CompanyLayers> companies = new Companies(rows.iterator());
        return Stream.iterate(companies, Iterator::hasNext, all -> all)
                .map(Iterator::next)
                .onClose(rows::close);
    }

    private static Row row(ResultSet row, Ranked ranking, int criteria) throws SQLException {
        String id = row.getString("company");
        RankedCompany ranked = ranking.next(id);
        CompanyLayers company = new CompanyLayers(
                id,
                ranked == null
                        ? row.getString("unranked_name")
                        : ranked.company().name(),
                Submission.Status.valueOf(
                        row.getString("status").toUpperCase(Locale.ROOT).replace('-', '_')),
                ranked,
                row.getInt("errors"),
                row.getInt("warnings"),
                List.of());
        return new Row(company, row.getString("assessor") == null ? null : layer(row, criteria));
    }

    private static Layer layer(ResultSet row, int criteria) throws SQLException {
        return new Layer(
                Assessor.valueOf(row.getString("assessor").toUpperCase(Locale.ROOT)),
                row.getString("expert"),
                row.getBoolean("counts"),
                row.getBoolean("faulty"),
                row.getString("file"),
                records(row, criteria),
                row.getBytes("scores"));
    }

    private static int[] records(ResultSet row, int criteria) throws SQLException {
        Array places = row.getArray("places");
        return PackedRecords.unpack(
                row.getBytes("records"),
                row.getInt("first_record"),
                places == null ? null : (Integer[]) places.getArray(),
                criteria);
    }

    /** The rows come in the order of the ranking: its next company is looked at, none is looked for. */
    private static final class Ranked {

        private final List<RankedCompany> companies;
        private int next;

        Ranked(List<RankedCompany> companies) {
            this.companies = companies;
        }

        /** {@return the place of the company whose row has come} Null where it has none; several rows of one company share it. */
        @Nullable
        RankedCompany next(String company) {
            if (next > 0 && companies.get(next - 1).company().id().equals(company)) {
                return companies.get(next - 1);
            }
            if (next < companies.size() && companies.get(next).company().id().equals(company)) {
                return companies.get(next++);
            }
            return null;
        }
    }

    private record Row(CompanyLayers company, @Nullable Layer layer) {}

    /** Puts the rows of a company, which come one after another, together. */
    private static final class Companies implements Iterator<CompanyLayers> {

        private final Iterator<Row> rows;
        private @Nullable Row ahead;

        Companies(Iterator<Row> rows) {
            this.rows = rows;
            this.ahead = rows.hasNext() ? rows.next() : null;
        }

        @Override
        public boolean hasNext() {
            return ahead != null;
        }

        @Override
        public CompanyLayers next() {
            if (ahead == null) {
                throw new NoSuchElementException();
            }
            CompanyLayers company = ahead.company();
            List<Layer> layers = new ArrayList<>();
            while (ahead != null && ahead.company().company().equals(company.company())) {
                if (ahead.layer() != null) {
                    layers.add(ahead.layer());
                }
                ahead = rows.hasNext() ? rows.next() : null;
            }
            return new CompanyLayers(
                    company.company(),
                    company.name(),
                    company.status(),
                    company.ranked(),
                    company.errors(),
                    company.warnings(),
                    layers);
        }
    }
}
