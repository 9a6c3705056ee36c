package org.mera.batch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mera.access.AccountException;
import org.mera.access.AccountName;
import org.mera.access.JdbcTokens;
import org.mera.access.JdbcUsers;
import org.mera.access.Role;
import org.mera.access.User;
import org.mera.audit.JdbcAuditLog;
import org.springframework.stereotype.Component;

/** Stores users together with what the audit log says of it. */
@Component
class UserActs implements UserDesk {

    private final JdbcUsers users;
    private final JdbcTokens tokens;
    private final JdbcAuditLog log;
    private final JdbcTransactions transactions;
    private final Clock clock;

    UserActs(JdbcUsers users, JdbcTokens tokens, JdbcAuditLog log, JdbcTransactions transactions, Clock clock) {
        this.users = users;
        this.tokens = tokens;
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
        store(user.name(), before -> user);
    }

    @Override
    public void create(User user) {
        if (!AccountName.of(user.name()).equals(Optional.of(user.name()))) {
            throw new AccountException(user.name(), AccountException.Reason.NAME);
        }
        store(user.name(), before -> {
            if (before != null) {
                throw new AccountException(user.name(), AccountException.Reason.EXISTS);
            }
            return user;
        });
    }

    @Override
    public User change(String name, UnaryOperator<User> change) {
        return store(name, before -> {
            if (before == null) {
                throw new AccountException(name, AccountException.Reason.UNKNOWN);
            }
            return change.apply(before);
        });
    }

    private User store(String name, Function<@Nullable User, User> change) {
        Instant now = clock.instant();
        AtomicReference<@Nullable User> stored = new AtomicReference<>();
        transactions.inTransaction(connection -> {
            users.lock();
            User before = users.find(name).orElse(null);
            User after = change.apply(before);
            stored.set(after);
            if (after.equals(before)) {
                return;
            }
            users.save(after, now);
            if (before != null && before.isAdministrator() && !users.hasAdministrator()) {
                throw new AccountException(name, AccountException.Reason.LAST_ADMINISTRATOR);
            }
            int revoked = before != null && endsTokens(before, after) ? tokens.revokeAll(name, now) : 0;
            log.append(
                    JdbcAuditLog.HOME,
                    now,
                    Holder.user(),
                    "user",
                    name,
                    said(before),
                    said(after, before) + (revoked == 0 ? "" : ", tokens revoked: " + revoked));
        });
        return Objects.requireNonNull(stored.get());
    }

    /** Who knew the password may have made tokens with it; and what was trusted to somebody with other roles is to be trusted anew. */
    private static boolean endsTokens(User before, User after) {
        return !Objects.equals(before.password(), after.password())
                || !after.roles().containsAll(before.roles());
    }

    private static String said(@Nullable User user) {
        return user == null
                ? ""
                : (user.active() ? "active" : "disabled") + ", "
                        + user.roles().stream().sorted().map(Role::word).collect(Collectors.joining(" "))
                        + (user.fullName().isEmpty() ? "" : ", «" + user.fullName() + "»");
    }

    /** That a password is another is told, never what it is. */
    private static String said(User user, @Nullable User before) {
        boolean another = before != null && !Objects.equals(user.password(), before.password());
        return said(user) + (another ? user.mustChange() ? ", password given" : ", password changed" : "");
    }
}
