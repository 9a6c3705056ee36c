package org.mera.ranking;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mera.methodology.Methodologies;
import org.mera.methodology.Methodology;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where a company stood year after year: in the newest published revision of each, and in the rankings brought in from before. */
@Repository
public class JdbcPlacesOverYears {

    private final JdbcClient jdbc;

    /** By hash: an edition never changes. */
    private final Map<String, Methodology> methodologies = new ConcurrentHashMap<>();

    public JdbcPlacesOverYears(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@return its places, the newest year first} Years in which it was not ranked are left out. */
    public List<YearPlace> of(String company) {
        return jdbc.sql(
                        """
                        select k.year, k.rank, k.total, r.methodology_sha256,
                               (select ranked from ranked_revision n where n.year = k.year and n.revision = k.revision)
                                   as companies,
                               '' as indicator
                        from ranked_company k
                        join revision r on r.year = k.year and r.number = k.revision
                        where k.company = :company
                          and k.revision = (
                              select max(number) from revision n where n.year = k.year and n.state = 'completed')
                        union all
                        select p.year, p.rank, null, null,
                               (select count(*) from past_ranking a where a.year = p.year), p.indicator
                        from past_ranking p
                        where p.company = :company
                          and not exists (
                              select from revision n where n.year = p.year and n.state = 'completed')
                        order by year desc
                        """)
                .param("company", company)
                .query((row, index) -> {
                    String sha256 = row.getString("methodology_sha256");
                    if (sha256 == null) {
                        return new YearPlace(
                                row.getInt("year"),
                                row.getInt("rank"),
                                row.getInt("companies"),
                                null,
                                row.getString("indicator"),
                                "");
                    }
                    Methodology methodology = methodologies.computeIfAbsent(sha256, this::methodology);
                    int total = row.getInt("total");
                    return new YearPlace(
                            row.getInt("year"),
                            row.getInt("rank"),
                            row.getInt("companies"),
                            methodology.scale().points(total),
                            methodology.indicator(total).toPlainString(),
                            methodology.version());
                })
                .list();
    }

    private Methodology methodology(String sha256) {
        return jdbc.sql("select id || ' ' || version as name, content from methodology where sha256 = :sha256")
                .param("sha256", sha256)
                .query((row, index) -> Methodologies.parse(
                        row.getString("name"), row.getString("content").getBytes(StandardCharsets.UTF_8)))
                .single();
    }
}
