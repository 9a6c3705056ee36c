package org.mera.batch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mera.access.JdbcUsers;
import org.mera.access.Role;
import org.mera.access.User;
import org.mera.audit.JdbcAuditLog;
import org.springframework.stereotype.Component;

/** Stores users together with what the audit log says of it. */
@Component
class UserActs implements UserDesk {

    private final JdbcUsers users;
    private final JdbcAuditLog log;
    private final JdbcTransactions transactions;
    private final Clock clock;

    UserActs(JdbcUsers users, JdbcAuditLog log, JdbcTransactions transactions, Clock clock) {
        this.users = users;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<User> users() {
        return users.all();
    }

    @Override
    public Optional<User> user(String name) {
        return users.find(name);
    }

    @Override
    public boolean hasAdministrator() {
        return users.hasAdministrator();
    }

    @Override
    public void save(User user) {
        Instant now = clock.instant();
        transactions.inTransaction(connection -> {
            String before = said(users.find(user.name()).orElse(null));
            users.save(user, now);
            log.append(JdbcAuditLog.HOME, now, Holder.user(), "user", user.name(), before, said(user));
        });
    }

    private static String said(@Nullable User user) {
        return user == null
                ? ""
                : (user.active() ? "active" : "disabled") + ", "
                        + user.roles().stream().sorted().map(Role::word).collect(Collectors.joining(" "));
    }
}
