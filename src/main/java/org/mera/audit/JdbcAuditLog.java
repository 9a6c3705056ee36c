package org.mera.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The audit log as it is stored: entries are added, nothing else. */
@Repository
public class JdbcAuditLog {

    /** The year of what concerns the home and no rated year. */
    public static final int HOME = 0;

    private static final int FETCH = 500;

    /** Of the advisory locks that make writers of one year's chain wait for each other. */
    private static final int LOCK_CLASS = 0x4155_4454;

    private final JdbcClient jdbc;

    public JdbcAuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an entry within the caller's transaction, so that an act and its entry are stored together or not at all. {@return the entry} */
    public AuditEntry append(
            int year, Instant at, String who, String act, String subject, String before, String after) {
        jdbc.sql("select pg_advisory_xact_lock(:class, :year)")
                .param("class", LOCK_CLASS)
                .param("year", year)
                .query((row, index) -> "")
                .single();
        AuditEntry entry = AuditEntry.next(last(year), year, at, who, act, subject, before, after);
        jdbc.sql(
                        """
                        insert into audit_entry
                            (year, number, at, who, act, subject, before, after, previous_sha256, sha256)
                        values (:year, :number, :at, :who, :act, :subject, :before, :after, :previous, :sha256)
                        """)
                .param("year", entry.year())
                .param("number", entry.number())
                .param("at", OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC))
                .param("who", entry.who())
                .param("act", entry.act())
                .param("subject", entry.subject())
                .param("before", entry.before())
                .param("after", entry.after())
                .param("previous", entry.previousSha256())
                .param("sha256", entry.sha256())
                .update();
        return entry;
    }

    /** {@return how many entries a year has} The number of its last one. */
    public long count(int year) {
        return jdbc.sql("select coalesce(max(number), 0) from audit_entry where year = :year")
                .param("year", year)
                .query(Long.class)
                .single();
    }

    /** {@return the hash of an entry, which stands for all entries of its year up to it} {@link AuditEntry#NOTHING_BEFORE} of number 0. */
    public String sha256(int year, long number) {
        return number == 0
                ? AuditEntry.NOTHING_BEFORE
                : jdbc.sql("select sha256 from audit_entry where year = :year and number = :number")
                        .param("year", year)
                        .param("number", number)
                        .query(String.class)
                        .single();
    }

    /** {@return the entries of a year, of all years where it is null, by year and number} To be closed; streams only within a transaction. */
    public Stream<AuditEntry> entries(@Nullable Integer year) {
        return jdbc
                .sql(
                        """
                        select year, number, at, who, act, subject, before, after, previous_sha256, sha256
                        from audit_entry
                        where :year::integer is null or year = :year
                        order by year, number
                        """)
                .withFetchSize(FETCH)
                .param("year", year, java.sql.Types.INTEGER)
                .query(JdbcAuditLog::entry)
                .stream();
    }

    private @Nullable AuditEntry last(int year) {
        return jdbc.sql(
                        """
                        select year, number, at, who, act, subject, before, after, previous_sha256, sha256
                        from audit_entry
                        where year = :year
                        order by number desc
                        limit 1
                        """)
                .param("year", year)
                .query(JdbcAuditLog::entry)
                .optional()
                .orElse(null);
    }

    static AuditEntry entry(ResultSet row, int index) throws SQLException {
        return new AuditEntry(
                row.getInt("year"),
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("act"),
                row.getString("subject"),
                row.getString("before"),
                row.getString("after"),
                row.getString("previous_sha256"),
                row.getString("sha256"));
    }
}
