package org.mera.schedule;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.mera.audit.JdbcAuditLog;
import org.mera.batch.EndedRun;
import org.mera.batch.RunListener;
import org.mera.cycle.JobFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells how runs went, in a thread of its own: no run waits for it, and none fails because of it. What cannot be told after all tries is said in the
 * log file and once in the audit log.
 */
final class Notifications implements RunListener, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Notifications.class);

    /** How long a server that is being stopped waits for what is still to be told. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(20);

    private static final String WHO = "notifications";

    private final NotifySettings settings;
    private final List<Messenger> messengers;
    private final RunAddresses addresses;
    private final JdbcAuditLog audit;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread worker = new Thread(work, "notifications");
        worker.setDaemon(true);
        return worker;
    });

    Notifications(
            NotifySettings settings,
            List<Messenger> messengers,
            RunAddresses addresses,
            JdbcAuditLog audit,
            TransactionOperations transactions,
            Clock clock) {
        this.settings = settings;
        this.messengers = List.copyOf(messengers);
        this.addresses = addresses;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void ended(EndedRun run) {
        tell(News.of(run, clock.instant(), addresses.of(run)));
    }

    /** A date has come, and the run could not begin. */
    void notStarted(JobFile job, String message) {
        tell(News.notStarted(job.name(), job.year(), message, clock.instant(), addresses.ofCycles()));
    }

    private void tell(News news) {
        if (messengers.isEmpty() || !settings.when().isTold(news.event().isFailure())) {
            return;
        }
        try {
            messengers.forEach(messenger -> thread.execute(() -> tell(messenger, news)));
        } catch (RejectedExecutionException e) {
            log.warn("Not told any more, the server is being stopped: {}", news.subject(), e);
        }
    }

    private void tell(Messenger messenger, News news) {
        for (int attempt = 1; ; attempt++) {
            try {
                messenger.tell(news);
                log.info(
                        "Told by {}: {} {}",
                        messenger.name(),
                        news.subject(),
                        news.event().word());
                return;
            } catch (UntoldException e) {
                log.warn(
                        "Could not be told by {} at try {} of {}: {}",
                        messenger.name(),
                        attempt,
                        settings.tries(),
                        news.subject(),
                        e);
                if (!e.isWorthATry() || attempt == settings.tries() || !pause(attempt)) {
                    writeDown(messenger, news, String.valueOf(e.getMessage()));
                    return;
                }
            } catch (RuntimeException e) {
                log.error("Could not be told by {}: {}", messenger.name(), news.subject(), e);
                writeDown(messenger, news, e.toString());
                return;
            }
        }
    }

    private boolean pause(int attempt) {
        try {
            Thread.sleep(settings.pause().multipliedBy(attempt).toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void writeDown(Messenger messenger, News news, String reason) {
        try {
            transactions.executeWithoutResult(status -> audit.append(
                    JdbcAuditLog.HOME,
                    clock.instant(),
                    WHO,
                    "notify",
                    news.subject(),
                    "",
                    "not told by " + messenger.name() + ": " + reason));
        } catch (RuntimeException e) {
            log.error("That {} was not told could not be written into the audit log", news.subject(), e);
        }
    }

    /** Tells what is still to be told, as far as that is quickly done. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_WORDS.toSeconds(), TimeUnit.SECONDS)) {
                List<Runnable> untold = thread.shutdownNow();
                log.warn("The server ends, with {} messages not told", untold.size() + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
