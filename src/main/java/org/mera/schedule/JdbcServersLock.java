package org.mera.schedule;

import java.time.Clock;
import java.time.Duration;
import net.javacrumbs.shedlock.core.DefaultLockingTaskExecutor;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What only one of the servers of a database does at a time. */
@Component
class JdbcServersLock {

    /** A server that dies in the middle keeps the others out no longer. To begin a run takes seconds, the run itself is not waited for. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final DefaultLockingTaskExecutor lock;

    /** It is the database's clock that counts: those of the servers may differ. */
    JdbcServersLock(JdbcTemplate jdbc) {
        this.lock = new DefaultLockingTaskExecutor(
                new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                        .withJdbcTemplate(jdbc)
                        .usingDbTime()
                        .build()));
    }

    /** Does the work if no other server is at it. */
    void alone(String name, Runnable work) {
        LockConfiguration configuration =
                new LockConfiguration(Clock.systemUTC().instant(), name, LONGEST, Duration.ZERO);
        lock.executeWithLock(work, configuration);
    }
}
