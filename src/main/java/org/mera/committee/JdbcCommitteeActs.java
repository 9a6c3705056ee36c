package org.mera.committee;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The acts of the committee, one after another. */
@Repository
public class JdbcCommitteeActs {

    private final JdbcClient jdbc;

    public JdbcCommitteeActs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes down an act, within the caller's transaction, which holds the cycle's lock. {@return its number}
     *
     * @param file       as it was named; empty where there was none
     * @param fileSha256 empty where there was none
     */
    public long add(int year, ActKind kind, String who, Instant at, String file, String fileSha256) {
        return jdbc.sql(
                        """
                        insert into committee_act (year, kind, who, at, file, file_sha256)
                        values (:year, :kind, :who, :at, :file, :sha256)
                        returning id
                        """)
                .param("year", year)
                .param("kind", kind.word())
                .param("who", who)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("file", file)
                .param("sha256", fileSha256)
                .query(Long.class)
                .single();
    }

    /** {@return the number of the last act that changes what a rating's outputs say} 0 where there is none. */
    public long last(int year) {
        return jdbc.sql(
                        """
                        select coalesce(max(id), 0) from committee_act
                        where year = :year and kind in ('decide', 'withdraw', 'verification')
                        """)
                .param("year", year)
                .query(Long.class)
                .single();
    }
}
