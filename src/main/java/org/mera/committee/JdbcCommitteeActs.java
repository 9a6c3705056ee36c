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
     * @param account    of the console; empty where it was done on the command line
     * @param file       as it was named; empty where there was none
     * @param fileSha256 empty where there was none
     */
    public long add(int year, ActKind kind, String who, String account, Instant at, String file, String fileSha256) {
        return jdbc.sql(
                        """
                        insert into committee_act (year, kind, who, account, at, file, file_sha256)
                        values (:year, :kind, :who, :account, :at, :file, :sha256)
                        returning id
                        """)
                .param("year", year)
                .param("kind", kind.word())
                .param("who", who)
                .param("account", account)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("file", file)
                .param("sha256", fileSha256)
                .query(Long.class)
                .single();
    }

    /** {@return whether an account of the console has decided, withdrawn or verified anything since the cycle was opened last} */
    public boolean hasEntered(int year, String account) {
        return jdbc.sql(
                        """
                        select exists (
                            select 1 from committee_act
                            where year = :year and account = :account and kind in ('decide', 'withdraw', 'verification')
                                and id > (
                                    select coalesce(max(id), 0) from committee_act
                                    where year = :year and kind = 'reopen'))
                        """)
                .param("year", year)
                .param("account", account)
                .query(Boolean.class)
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
