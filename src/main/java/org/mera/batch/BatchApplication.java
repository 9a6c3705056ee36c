package org.mera.batch;

import java.nio.file.Path;

/** STAND-IN: starts the application context of a home; replaced by the pipeline. */
public final class BatchApplication {

    private BatchApplication() {}

    /**
     * Opens the runs of a home.
     *
     * @throws org.mera.database.DatabaseException when there is no database to be had
     */
    @SuppressWarnings("DoNotCallSuggester")
    public static RatingRuns open(Path home) {
        throw new org.mera.database.DatabaseException("the pipeline is not built in yet (home " + home + ")");
    }
}
