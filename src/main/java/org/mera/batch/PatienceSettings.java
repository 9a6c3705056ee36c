package org.mera.batch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient a run is.
 *
 * @param patience how long it waits for a database server that is away, in all
 */
@ConfigurationProperties("mera")
record PatienceSettings(@DefaultValue("75s") Duration patience) {

    PatienceSettings {
        if (patience.isNegative() || patience.compareTo(Duration.ofHours(24)) > 0) {
            throw new IllegalArgumentException("mera.patience is " + patience + "; it may be from 0 s to 24 h");
        }
    }
}
