package org.mera.web;

import java.util.List;
import java.util.Optional;
import org.mera.cycle.JobFile;

/** The jobs that the console offers to run. */
record JobFiles(List<JobFile> all) {

    JobFiles {
        all = List.copyOf(all);
    }

    Optional<JobFile> named(String name) {
        return all.stream().filter(job -> job.name().equals(name)).findFirst();
    }
}
