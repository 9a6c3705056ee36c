package org.mera.cycle;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the command line says instead of the job file; null where it says nothing. Paths are relative to the working directory. */
public record JobOptions(
        @Nullable Integer year,
        @Nullable Path inbox,
        @Nullable Path out,
        @Nullable LocalDate cutoff,
        boolean noReports,
        @Nullable Locale language) {

    /** A job as its file has it. */
    public static final JobOptions NONE = new JobOptions(null, null, null, null, false, null);
}
