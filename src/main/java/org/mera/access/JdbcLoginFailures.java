package org.mera.access;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.mera.csv.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The refused attempts to log in. Names are kept as their hash: what was typed there may have been a password. */
@Repository
public class JdbcLoginFailures {

    private final JdbcClient jdbc;

    public JdbcLoginFailures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes a failure down. */
    public void add(String name, String address, Instant now) {
        jdbc.sql("insert into login_attempt (name, address, at) values (:name, :address, :now)")
                .param("name", hash(name))
                .param("address", address)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** {@return when a name failed, the newest first} At most so many. */
    public List<Instant> ofName(String name, Instant since, int most) {
        return moments("name", hash(name), since, most);
    }

    /** {@return when an address failed, the newest first} At most so many. */
    public List<Instant> ofAddress(String address, Instant since, int most) {
        return moments("address", address, since, most);
    }

    /** Forgets the failures of a name from an address, and all that are older. */
    public void forget(String name, String address, Instant before) {
        jdbc.sql("delete from login_attempt where (name = :name and address = :address) or at < :before")
                .param("name", hash(name))
                .param("address", address)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private List<Instant> moments(String column, String value, Instant since, int most) {
        return jdbc.sql("select at from login_attempt where " + column
                        + " = :value and at > :since order by at desc limit :most")
                .param("value", value)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) ->
                        row.getObject("at", OffsetDateTime.class).toInstant())
                .list();
    }

    private static String hash(String name) {
        return HexFormat.of().formatHex(Sha256.digest().digest(name.getBytes(StandardCharsets.UTF_8)));
    }
}
