package org.mera.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mera.access.AccountName;
import org.mera.access.JdbcLoginFailures;
import org.mera.access.JdbcUsers;
import org.mera.audit.JdbcAuditLog;
import org.springframework.stereotype.Component;

/** Counts refused attempts in the database, so that several servers and a new start count on. */
@Component
class LoginActs implements LoginDesk {

    /** Failures in {@link #WINDOW} after which a name has to wait. */
    static final int OF_NAME = 5;

    /** … an address. */
    static final int OF_ADDRESS = 20;

    /** What another server says may be of any length. */
    private static final int LONGEST_REASON = 300;

    static final Duration WINDOW = Duration.ofMinutes(15);

    private final JdbcLoginFailures failures;
    private final JdbcUsers users;
    private final JdbcAuditLog log;
    private final JdbcTransactions transactions;
    private final Clock clock;

    LoginActs(
            JdbcLoginFailures failures, JdbcUsers users, JdbcAuditLog log, JdbcTransactions transactions, Clock clock) {
        this.failures = failures;
        this.users = users;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Optional<Duration> wait(String name, String address) {
        Instant now = clock.instant();
        Instant since = now.minus(WINDOW);
        return Stream.of(
                        until(failures.ofName(name, since, OF_NAME), OF_NAME),
                        until(failures.ofAddress(address, since, OF_ADDRESS), OF_ADDRESS))
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .map(end -> Duration.between(now, end));
    }

    /** {@return until when the oldest of so many failures counts} */
    private static Optional<Instant> until(List<Instant> newestFirst, int most) {
        return newestFirst.size() < most
                ? Optional.empty()
                : Optional.of(newestFirst.get(most - 1).plus(WINDOW));
    }

    @Override
    public void refused(String name, String address, String why) {
        Instant now = clock.instant();
        // What nobody is called may have been a password.
        String said = AccountName.of(name).flatMap(users::find).isPresent() ? name : "(a name that no account has)";
        transactions.inTransaction(connection -> {
            failures.add(name, address, now);
            boolean waits = wait(name, address).isPresent();
            log.append(
                    JdbcAuditLog.HOME,
                    now,
                    Holder.user(),
                    "login-refused",
                    said,
                    "",
                    why + ", from " + address + (waits ? "; has to wait now" : ""));
        });
    }

    @Override
    public void refusedFromElsewhere(String address, String why) {
        Instant now = clock.instant();
        String said = why.substring(0, Math.min(why.length(), LONGEST_REASON)).replaceAll("\\p{Cntrl}", " ");
        transactions.inTransaction(connection -> log.append(
                JdbcAuditLog.HOME,
                now,
                Holder.user(),
                "login-refused",
                "(let in elsewhere)",
                "",
                said + ", from " + address));
    }

    @Override
    public void cameIn(String name, String address) {
        Instant now = clock.instant();
        transactions.inTransaction(connection -> {
            failures.forget(name, address, now.minus(WINDOW));
            log.append(JdbcAuditLog.HOME, now, Holder.user(), "login", name, "", "from " + address);
        });
    }

    @Override
    public void forgive(String name, String address) {
        failures.forget(name, address, clock.instant().minus(WINDOW));
    }

    @Override
    public void left(String name) {
        Instant now = clock.instant();
        transactions.inTransaction(
                connection -> log.append(JdbcAuditLog.HOME, now, Holder.user(), "logout", name, "", ""));
    }
}
