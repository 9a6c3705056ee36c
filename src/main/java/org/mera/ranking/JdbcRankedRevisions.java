package org.mera.ranking;

import java.util.Optional;
import org.mera.cycle.Revision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is told of the revisions that were published, for as long as there is a home: their rows go when a later one is published. */
@Repository
public class JdbcRankedRevisions {

    private final JdbcClient jdbc;

    public JdbcRankedRevisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the counts of a revision, in place of what is stored of it. Runs within the caller's transaction. */
    public void remember(Revision revision, Counts counts) {
        jdbc.sql(
                        """
                        insert into ranked_revision
                            (year, revision, registered, handed_in, accepted, rejected, warned, ranked, withdrawn)
                        values
                            (:year, :revision, :registered, :handedIn, :accepted, :rejected, :warned, :ranked, :withdrawn)
                        on conflict (year, revision) do update
                        set registered = excluded.registered, handed_in = excluded.handed_in, accepted = excluded.accepted,
                            rejected = excluded.rejected, warned = excluded.warned, ranked = excluded.ranked,
                            withdrawn = excluded.withdrawn
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .param("registered", counts.registered())
                .param("handedIn", counts.handedIn())
                .param("accepted", counts.accepted())
                .param("rejected", counts.rejected())
                .param("warned", counts.warned())
                .param("ranked", counts.ranked())
                .param("withdrawn", counts.withdrawn())
                .update();
    }

    /** {@return the counts of a revision} Empty where it was never published. */
    public Optional<Counts> counts(Revision revision) {
        return jdbc.sql(
                        """
                        select registered, handed_in, accepted, rejected, warned, ranked, withdrawn
                        from ranked_revision
                        where year = :year and revision = :revision
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .query((row, index) -> new Counts(
                        row.getInt("registered"),
                        row.getInt("handed_in"),
                        row.getInt("accepted"),
                        row.getInt("rejected"),
                        row.getInt("warned"),
                        row.getInt("ranked"),
                        row.getInt("withdrawn")))
                .optional();
    }

    /**
     * Forgets the places of the companies in revisions before this one but those that were approved: later years are compared with them. Runs within
     * the caller's transaction.
     */
    public void forgetPlacesBefore(Revision revision) {
        jdbc.sql(
                        """
                        delete from ranked_company k
                        where k.year = :year and k.revision < :revision
                          and not exists (select 1 from approval a where a.year = k.year and a.revision = k.revision)
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .update();
    }
}
