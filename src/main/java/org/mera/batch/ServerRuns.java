package org.mera.batch;

import java.nio.file.Path;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A home held open by a process that stays: its database and its application context. Close it when the runs have ended; the database is let go
 * then.
 *
 * @param letGo   lets the database go
 * @param context with the doors as beans, by type
 */
public record ServerRuns(Path home, Runnable letGo, ConfigurableApplicationContext context) implements AutoCloseable {

    @Override
    public void close() {
        try {
            context.close();
        } finally {
            letGo.run();
        }
    }
}
