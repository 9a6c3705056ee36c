package org.mera.cli;

/** Serves the console. What serves it and the command line know nothing of each other. */
@FunctionalInterface
public interface ConsoleServer {

    /**
     * {@return the console, which listens}
     *
     * @throws org.mera.database.DatabaseException when there is no database to be had
     */
    RunningConsole start(ServeOrder order);
}
