package org.mera.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The users of the console. */
@Repository
public class JdbcUsers {

    private static final String COLUMNS =
            """
            select u.name, u.full_name, u.password, u.must_change, u.active,
                array(select r.role from user_role r where r.name = u.name order by r.role) as roles
            from app_user u
            """;

    private final JdbcClient jdbc;

    public JdbcUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@return all users, by name} */
    public List<User> all() {
        return jdbc.sql(COLUMNS + "order by u.name").query(JdbcUsers::user).list();
    }

    /** {@return the user of a name} */
    public Optional<User> find(String name) {
        return jdbc.sql(COLUMNS + "where u.name = :name")
                .param("name", name)
                .query(JdbcUsers::user)
                .optional();
    }

    /** {@return whether anybody who may log in looks after the users} */
    public boolean hasAdministrator() {
        return all().stream().anyMatch(user -> user.active() && user.roles().contains(Role.ADMINISTRATOR));
    }

    /** Lets nobody else change users until the transaction's end. */
    public void lock() {
        jdbc.sql("lock table app_user in share row exclusive mode").update();
    }

    /** Stores a user, in the place of the one of that name. Call it within a transaction. */
    public void save(User user, Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        jdbc.sql(
                        """
                        insert into app_user (name, full_name, password, must_change, active, created_at, changed_at)
                        values (:name, :fullName, :password, :mustChange, :active, :at, :at)
                        on conflict (name) do update set full_name = excluded.full_name, password = excluded.password,
                            must_change = excluded.must_change, active = excluded.active, changed_at = excluded.changed_at
                        """)
                .param("name", user.name())
                .param("fullName", user.fullName())
                .param("password", user.password())
                .param("mustChange", user.mustChange())
                .param("active", user.active())
                .param("at", at)
                .update();
        jdbc.sql("delete from user_role where name = :name")
                .param("name", user.name())
                .update();
        for (Role role : user.roles()) {
            jdbc.sql("insert into user_role (name, role) values (:name, :role)")
                    .param("name", user.name())
                    .param("role", role.word())
                    .update();
        }
    }

    private static User user(ResultSet row, int number) throws SQLException {
        return new User(
                row.getString("name"),
                row.getString("full_name"),
                row.getString("password"),
                row.getBoolean("must_change"),
                row.getBoolean("active"),
                roles(row));
    }

    static Set<Role> roles(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(word -> Role.of(word).orElseThrow())
                .forEach(roles::add);
        return roles;
    }
}
