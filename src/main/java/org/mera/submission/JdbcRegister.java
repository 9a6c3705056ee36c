package org.mera.submission;

import java.util.List;
import java.util.stream.Stream;
import org.mera.company.Participation;
import org.mera.cycle.Revision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of companies as a revision has read it. */
@Repository
public class JdbcRegister {

    private static final int FETCH = 1000;

    private final JdbcClient jdbc;

    public JdbcRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@return all its lines, by file and line, without their problems} To be closed; streams only within a transaction. */
    public Stream<RegisterEntry> entries(Revision revision) {
        return jdbc
                .sql(
                        """
                        select e.company, i.file, e.line, e.name, e.industry, e.region, e.participation
                        from inventory i
                        join register_entry e on e.scan_id = i.scan_id
                        where i.year = :year and i.revision = :revision
                        order by i.file, e.line
                        """)
                .withFetchSize(FETCH)
                .param("year", revision.year())
                .param("revision", revision.number())
                .query((row, index) -> {
                    String participation = row.getString("participation");
                    return new RegisterEntry(
                            row.getString("company"),
                            row.getString("name"),
                            row.getString("industry"),
                            row.getString("region"),
                            participation == null
                                    ? null
                                    : Participation.of(participation).orElseThrow(),
                            row.getString("file"),
                            row.getInt("line"),
                            List.of());
                })
                .stream();
    }
}
