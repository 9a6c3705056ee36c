package org.mera.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.cycle.JobFile;

/**
 * What is to be served.
 *
 * @param address null: as configured
 * @param port    null: as configured
 * @param jobs    that the console offers to run
 */
public record ServeOrder(Path home, @Nullable String address, @Nullable Integer port, List<JobFile> jobs) {

    public ServeOrder {
        jobs = List.copyOf(jobs);
    }
}
