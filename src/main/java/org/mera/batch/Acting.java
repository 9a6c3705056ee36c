package org.mera.batch;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** On whose account this thread acts. What is told of acts, runs and locks names the account before the user of the operating system. */
public final class Acting {

    /** The name of the run's log file, in what is logged: whoever keeps the log writes it there. */
    public static final String LOG_FILE = "log";

    private static final String USER = "user";

    private static final ThreadLocal<@Nullable String> ACCOUNT = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable String> LOG = new ThreadLocal<>();

    private Acting() {}

    /** Does work on an account. {@return what came of it} */
    public static <T> T as(String account, Supplier<T> work) {
        return with(ACCOUNT, USER, account, work);
    }

    /** Does work on an account. */
    public static void as(String account, Runnable work) {
        as(account, () -> {
            work.run();
            return true;
        });
    }

    /**
     * Does work that is written into a log file. {@return what came of it}
     *
     * @param file its name in the home's folder {@code logs}
     */
    public static <T> T logging(String file, Supplier<T> work) {
        return with(LOG, LOG_FILE, file, work);
    }

    /** {@return work for another thread that is done there on the account and for the log file of this one} */
    public static Runnable carried(Runnable work) {
        String account = ACCOUNT.get();
        String log = LOG.get();
        return () -> with(
                ACCOUNT,
                USER,
                account,
                () -> with(LOG, LOG_FILE, log, () -> {
                    work.run();
                    return true;
                }));
    }

    /** {@return the account this thread acts on} Empty where it is that of the operating system's user. */
    public static Optional<String> account() {
        return Optional.ofNullable(ACCOUNT.get());
    }

    /** {@return the log file's name} Empty where there is none. */
    static String log() {
        String log = LOG.get();
        return log == null ? "" : log;
    }

    /** What is logged meanwhile bears the same word. */
    private static <T> T with(
            ThreadLocal<@Nullable String> local, String key, @Nullable String value, Supplier<T> work) {
        String before = local.get();
        String loggedBefore = MDC.get(key);
        set(local, key, value, value);
        try {
            return work.get();
        } finally {
            set(local, key, before, loggedBefore);
        }
    }

    private static void set(
            ThreadLocal<@Nullable String> local, String key, @Nullable String value, @Nullable String logged) {
        if (value == null) {
            local.remove();
        } else {
            local.set(value);
        }
        if (logged == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, logged);
        }
    }
}
