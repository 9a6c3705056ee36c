package org.mera.cli;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what becomes of a run that Ctrl+C or SIGTERM ends before it is done: without it, the program would end without a word. What fails after that,
 * because its database is let go, is no news.
 */
final class Interruption {

    private static final Logger log = LoggerFactory.getLogger(Interruption.class);

    /** A screen that takes nothing in keeps no program from ending. */
    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(1);

    private final Invocation invocation;
    private final String line;
    private final Thread hook = new Thread(this::interrupt, "interruption");
    private boolean over;
    private boolean interrupted;

    private Interruption(Invocation invocation, String line) {
        this.invocation = invocation;
        this.line = line;
    }

    /**
     * {@return who waits for an interruption from now on}
     *
     * @param line what is said then
     */
    static Interruption await(Invocation invocation, String line) {
        // On a terminal the step's line is not ended yet.
        Interruption waiting =
                new Interruption(invocation, invocation.isTerminal() ? System.lineSeparator() + line : line);
        try {
            Runtime.getRuntime().addShutdownHook(waiting.hook);
        } catch (IllegalStateException e) {
            log.debug("Begun while the program ends", e);
            waiting.interrupted = true;
        }
        return waiting;
    }

    /**
     * {@return whether it was interrupted} Where it was not, an interruption from now on says nothing: the run is over and tells itself how it went.
     * May be called again.
     */
    synchronized boolean came() {
        if (!over) {
            over = true;
            if (!interrupted) {
                try {
                    Runtime.getRuntime().removeShutdownHook(hook);
                } catch (IllegalStateException e) {
                    log.debug("Over while the program ends: the hook finds that out", e);
                }
            }
        }
        return interrupted;
    }

    private void interrupt() {
        synchronized (this) {
            if (over) {
                return;
            }
            interrupted = true;
        }
        Thread telling = new Thread(this::tell, "interrupted");
        telling.setDaemon(true);
        telling.start();
        try {
            telling.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What goes on until the database is let go says nothing below the last line. */
    private void tell() {
        invocation.hush();
        invocation.err().println(line);
    }
}
