package org.mera.batch;

import org.mera.database.DatabaseServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the database go when the program is interrupted: without it, the server would go on until the next run. */
final class ExitHook {

    private static final Logger log = LoggerFactory.getLogger(ExitHook.class);

    private final Thread thread;

    private ExitHook(Thread thread) {
        this.thread = thread;
    }

    static ExitHook of(DatabaseServer server) {
        Thread thread = new Thread(() -> letGo(server), "database at exit");
        Runtime.getRuntime().addShutdownHook(thread);
        return new ExitHook(thread);
    }

    /** What fails while the program ends has nobody else to be told to. */
    private static void letGo(DatabaseServer server) {
        try {
            server.close();
        } catch (RuntimeException e) {
            log.error("The database could not be let go", e);
        }
    }

    /** Leaves the database to whoever closes it in order. May be called again. */
    void remove() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException e) {
            log.debug("Closed while the program ends: the hook runs already", e);
        }
    }
}
