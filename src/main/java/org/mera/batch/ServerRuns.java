package org.mera.batch;

import java.nio.file.Path;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A home held open by a process that stays: its database and its application context. Close it when the runs have ended; the database is let go
 * then.
 *
 * @param letGo   lets the database go
 * @param context with the doors as beans, by type
 * @param served  to be called once whoever serves it closes it, however the program ends
 */
public record ServerRuns(Path home, Runnable letGo, ConfigurableApplicationContext context, Runnable served)
        implements AutoCloseable {

    @Override
    public void close() {
        try {
            context.close();
        } finally {
            served.run();
            letGo.run();
        }
    }
}
