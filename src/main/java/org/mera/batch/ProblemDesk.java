package org.mera.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.mera.submission.ProblemFilter;

/** Where the problems of a year are read: those of what was published last, or, where nothing was, of what was read last. */
public interface ProblemDesk {

    /** {@return some of those that fit the filter} Empty where nothing was read of the year yet. */
    Optional<ProblemPage> page(int year, ProblemFilter filter, long offset, int limit);

    /** Writes those that fit the filter as problems.csv has them, and closes the stream. {@return whether there was anything to tell of} */
    boolean write(int year, ProblemFilter filter, Locale language, OutputStream out) throws IOException;
}
