package org.mera.web;

import java.nio.file.Files;
import java.nio.file.Path;
import org.mera.cycle.JobFile;
import org.mera.schedule.Jobs;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** {@code inbox}: whether the inboxes of the jobs can be read, and files be put into them. */
@Component
class InboxHealthIndicator extends AbstractHealthIndicator {

    private final Jobs jobs;

    InboxHealthIndicator(Jobs jobs) {
        super("An inbox cannot be looked at");
        this.jobs = jobs;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        for (JobFile job : jobs.all()) {
            String state = state(job.inbox());
            if (!state.equals("there")) {
                health.down();
            }
            health.withDetail(job.name(), state);
        }
    }

    private static String state(Path inbox) {
        if (!Files.isDirectory(inbox)) {
            return "is no folder: " + inbox;
        }
        if (!Files.isReadable(inbox) || !Files.isExecutable(inbox)) {
            return "cannot be read: " + inbox;
        }
        return Files.isWritable(inbox) ? "there" : "takes no files: " + inbox;
    }
}
