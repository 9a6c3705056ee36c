package org.mera.committee;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mera.cycle.Revision;
import org.mera.ranking.JdbcCountingScores;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of the companies that a decision is about. */
@Repository
public class JdbcCompanyStates {

    private static final int BLOCK = 500;

    private final JdbcClient jdbc;
    private final JdbcCountingScores scores;

    public JdbcCompanyStates(JdbcClient jdbc, JdbcCountingScores scores) {
        this.jdbc = jdbc;
        this.scores = scores;
    }

    /** {@return those of these companies that stand in the register of a revision} */
    public Map<String, CompanyState> of(Revision revision, Collection<String> companies) {
        Map<String, byte[]> expertScores = scores.of(revision, companies);
        Map<String, CompanyState> states = new HashMap<>();
        List<String> all = new ArrayList<>(companies);
        for (int from = 0; from < all.size(); from += BLOCK) {
            names(revision, all.subList(from, Math.min(all.size(), from + BLOCK)))
                    .forEach((company, name) -> states.put(company, new CompanyState(name, expertScores.get(company))));
        }
        return states;
    }

    /** The register may name a company twice, which is an error of it: the first line is as good as the other. */
    private Map<String, String> names(Revision revision, List<String> companies) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql(
                        """
                        select e.company, e.name
                        from inventory i
                        join register_entry e on e.scan_id = i.scan_id
                        where i.year = :year and i.revision = :revision and e.company = any(:companies)
                        order by i.file, e.line
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .param("companies", companies.toArray(String[]::new))
                .query(row -> {
                    names.putIfAbsent(row.getString("company"), row.getString("name"));
                });
        return names;
    }
}
