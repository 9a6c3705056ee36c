package org.mera.schedule;

import java.util.List;
import java.util.Optional;
import org.mera.cycle.JobFile;

/**
 * The jobs of a server: what it offers to run, and what it runs by itself on its date.
 *
 * @param all as their files said when the server started, each with a name of its own
 */
public record Jobs(List<JobFile> all) {

    public Jobs {
        all = List.copyOf(all);
        if (all.stream().map(JobFile::name).distinct().count() < all.size()) {
            throw new IllegalArgumentException("Two jobs have one name");
        }
    }

    /** {@return the job of this name} */
    public Optional<JobFile> named(String name) {
        return all.stream().filter(job -> job.name().equals(name)).findFirst();
    }
}
