package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PatienceSettingsTest {

    @Test
    void waitsForAMinuteAndAQuarterUnlessToldOtherwise() {
        assertThat(bound(Map.of())).isEqualTo(new PatienceSettings(Duration.ofSeconds(75)));
        assertThat(bound(Map.of("mera.patience", "5m"))).isEqualTo(new PatienceSettings(Duration.ofMinutes(5)));
    }

    @Test
    void refusesWhatIsNoTimeToWait() {
        assertThatThrownBy(() -> bound(Map.of("mera.patience", "-1s")))
                .isInstanceOf(BindException.class)
                .hasRootCauseMessage("mera.patience is PT-1S; it may be from 0 s to 24 h");
        assertThatThrownBy(() -> bound(Map.of("mera.patience", "long"))).isInstanceOf(BindException.class);
    }

    private static PatienceSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("mera", PatienceSettings.class);
    }
}
