package org.mera.web;

import org.mera.batch.HealthDesk;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** {@code database}: whether it answers. */
@Component
class DatabaseHealthIndicator extends AbstractHealthIndicator {

    private final HealthDesk desk;

    DatabaseHealthIndicator(HealthDesk desk) {
        super("The database does not answer");
        this.desk = desk;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up().withDetail("version", desk.database());
    }
}
