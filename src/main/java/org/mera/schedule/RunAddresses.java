package org.mera.schedule;

import org.mera.batch.EndedRun;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where in the console a run is shown: at the address that people reach it by, if it is configured, else where it listens. */
@Component
final class RunAddresses {

    private final Environment environment;

    RunAddresses(Environment environment) {
        this.environment = environment;
    }

    String of(EndedRun run) {
        return ofCycles() + "/" + run.year() + "/runs/" + run.id();
    }

    String ofCycles() {
        return base().replaceFirst("/+$", "") + "/cycles";
    }

    private String base() {
        String configured = environment.getProperty("mera.server.url", "");
        if (!configured.isBlank()) {
            return configured.strip();
        }
        boolean secure = environment.containsProperty("server.ssl.key-store")
                || environment.containsProperty("server.ssl.bundle")
                || environment.containsProperty("server.ssl.certificate");
        return (secure ? "https" : "http") + "://"
                + environment.getProperty("server.address", "127.0.0.1") + ":"
                + environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
    }
}
