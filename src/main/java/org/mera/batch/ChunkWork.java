package org.mera.batch;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** What is done for a chunk within its transaction. */
@FunctionalInterface
interface ChunkWork {

    /**
     * Does the work; all of it is undone when it throws.
     *
     * @param connection of the transaction
     */
    void execute(Connection connection) throws IOException, SQLException;
}
