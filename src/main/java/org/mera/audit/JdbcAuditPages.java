package org.mera.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Some entries of the audit log, the newest first. Whether the chain is whole is another question. */
@Repository
public class JdbcAuditPages {

    private final JdbcClient jdbc;

    public JdbcAuditPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@return those of a page} */
    public List<AuditEntry> page(AuditFilter filter, long offset, int limit) {
        return asked(
                        filter,
                        "year, number, at, who, act, subject, before, after, previous_sha256, sha256",
                        " order by at desc, year desc, number desc limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(JdbcAuditLog::entry)
                .list();
    }

    /** {@return how many there are} */
    public long count(AuditFilter filter) {
        return asked(filter, "count(*)", "").query(Long.class).single();
    }

    /** {@return the words of all acts that were ever written down, in their order} */
    public List<String> acts() {
        return jdbc.sql("select distinct act collate \"C\" as act from audit_entry order by 1")
                .query(String.class)
                .list();
    }

    /** {@return the years that have an entry, the newest first} 0 stands for the home. */
    public List<Integer> years() {
        return jdbc.sql("select distinct year from audit_entry order by year desc")
                .query(Integer.class)
                .list();
    }

    private JdbcClient.StatementSpec asked(AuditFilter filter, String what, String rest) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> conditions = new ArrayList<>();
        Integer year = filter.year();
        if (year != null) {
            conditions.add("year = :year");
            values.put("year", year);
        }
        if (!filter.who().isEmpty()) {
            conditions.add("strpos(lower(who), lower(:who)) > 0");
            values.put("who", filter.who());
        }
        if (!filter.act().isEmpty()) {
            conditions.add("act = :act");
            values.put("act", filter.act());
        }
        Instant from = filter.from();
        if (from != null) {
            conditions.add("at >= :from");
            values.put("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC));
        }
        Instant until = filter.until();
        if (until != null) {
            conditions.add("at < :until");
            values.put("until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC));
        }
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return jdbc.sql("select " + what + " from audit_entry" + where + rest).params(values);
    }
}
