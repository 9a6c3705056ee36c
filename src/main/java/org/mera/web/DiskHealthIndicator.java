package org.mera.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mera.batch.ServerRuns;
import org.mera.cycle.JobFile;
import org.mera.schedule.Jobs;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** {@code disk}: whether there is room where the home is, and where outputs are written. */
@Component
class DiskHealthIndicator extends AbstractHealthIndicator {

    private final Path home;
    private final Jobs jobs;
    private final long least;

    DiskHealthIndicator(ServerRuns server, Jobs jobs, ServerSettings settings) {
        super("The disk cannot be looked at");
        this.home = server.home();
        this.jobs = jobs;
        this.least = settings.leastDisk().toBytes();
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws IOException {
        health.up();
        look("home", home, health);
        for (JobFile job : jobs.all()) {
            look("outputs of " + job.name(), job.out(), health);
        }
        health.withDetail("least", least);
    }

    private void look(String name, Path folder, Health.Builder health) throws IOException {
        long free = Files.getFileStore(existing(folder.toAbsolutePath())).getUsableSpace();
        if (free < least) {
            health.down();
        }
        health.withDetail(name, free);
    }

    /** Outputs are written into a folder that a run makes. */
    private static Path existing(Path folder) {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }
}
