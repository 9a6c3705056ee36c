package org.mera.batch;

import java.nio.file.Path;
import org.mera.database.TestDatabase;

/** Opens a home for a process that stays, on a database of a test. */
public final class BatchApplicationOnTestDatabase {

    private BatchApplicationOnTestDatabase() {}

    public static ServerRuns open(Path home, TestDatabase database) {
        return new ServerRuns(home, () -> {}, BatchApplication.context(database.access()), () -> {});
    }
}
