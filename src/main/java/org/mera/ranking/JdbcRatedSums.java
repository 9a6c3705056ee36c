package org.mera.ranking;

import java.util.Arrays;
import java.util.Optional;
import org.mera.cycle.Revision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the ranked companies' scores of a revision sum up to, for the years to come. */
@Repository
public class JdbcRatedSums {

    private final JdbcClient jdbc;

    public JdbcRatedSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Sums of a revision.
     *
     * @param cells in units, criterion by criterion, column by column
     */
    record Stored(int companies, long[] cells) {}

    /** Stores the sums of a revision, in place of what is stored of it. Runs within the caller's transaction. */
    public void replace(Revision revision, CellSums sums) {
        jdbc.sql(
                        """
                        insert into rated_sums (year, revision, companies, cells)
                        values (:year, :revision, :companies, cast(:cells as bigint[]))
                        on conflict (year, revision) do update
                        set companies = excluded.companies, cells = excluded.cells
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .param("companies", sums.companies())
                .param("cells", Arrays.stream(sums.cells()).boxed().toArray(Long[]::new))
                .update();
    }

    Optional<Stored> of(int year, int revision) {
        return jdbc.sql("select companies, cells from rated_sums where year = :year and revision = :revision")
                .param("year", year)
                .param("revision", revision)
                .query((row, index) -> new Stored(
                        row.getInt("companies"),
                        Arrays.stream((Long[]) row.getArray("cells").getArray())
                                .mapToLong(Long::longValue)
                                .toArray()))
                .optional();
    }
}
