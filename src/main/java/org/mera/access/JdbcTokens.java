package org.mera.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tokens of programs. Of what a token says, only the hash is stored. */
@Repository
public class JdbcTokens {

    private static final String COLUMNS =
            """
            select t.id, t.owner, t.title, t.roles, t.created_at, t.expires_at, t.last_used_at, t.revoked_at
            from api_token t
            """;

    private final JdbcClient jdbc;

    public JdbcTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a token. {@return it} */
    public Token add(String owner, String title, Set<Role> roles, String sha256, Instant now, Instant expires) {
        long id = jdbc.sql(
                        """
                        insert into api_token (owner, title, sha256, roles, created_at, expires_at)
                        values (:owner, :title, :sha256, cast(:roles as text[]), :now, :expires)
                        returning id
                        """)
                .param("owner", owner)
                .param("title", title)
                .param("sha256", sha256)
                .param("roles", roles.stream().sorted().map(Role::word).toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        return new Token(id, owner, title, roles, now, expires, null, null);
    }

    /** {@return the token with this hash} */
    public Optional<Token> find(String sha256) {
        return jdbc.sql(COLUMNS + "where t.sha256 = :sha256")
                .param("sha256", sha256)
                .query(JdbcTokens::token)
                .optional();
    }

    /** {@return the tokens of an owner, the newest first} */
    public List<Token> of(String owner) {
        return jdbc.sql(COLUMNS + "where t.owner = :owner order by t.id desc")
                .param("owner", owner)
                .query(JdbcTokens::token)
                .list();
    }

    /** Writes down that a token was used. */
    public void used(long id, Instant now) {
        jdbc.sql("update api_token set last_used_at = :now where id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** Revokes an owner's token. {@return it; empty where there is none that was not revoked} */
    public Optional<Token> revoke(String owner, long id, Instant now) {
        return jdbc.sql(
                        """
                        update api_token t set revoked_at = :now
                        where t.id = :id and t.owner = :owner and t.revoked_at is null
                        returning t.id, t.owner, t.title, t.roles, t.created_at, t.expires_at, t.last_used_at, t.revoked_at
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("owner", owner)
                .query(JdbcTokens::token)
                .optional();
    }

    /** Revokes what an owner's programs use. {@return how many tokens that were} */
    public int revokeAll(String owner, Instant now) {
        return jdbc.sql("update api_token set revoked_at = :now"
                        + " where owner = :owner and revoked_at is null and expires_at > :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("owner", owner)
                .update();
    }

    private static Token token(ResultSet row, int number) throws SQLException {
        return new Token(
                row.getLong("id"),
                row.getString("owner"),
                row.getString("title"),
                JdbcUsers.roles(row),
                moment(row.getObject("created_at", OffsetDateTime.class)),
                moment(row.getObject("expires_at", OffsetDateTime.class)),
                momentOrNull(row.getObject("last_used_at", OffsetDateTime.class)),
                momentOrNull(row.getObject("revoked_at", OffsetDateTime.class)));
    }

    private static Instant moment(OffsetDateTime at) {
        return at.toInstant();
    }

    private static @Nullable Instant momentOrNull(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
