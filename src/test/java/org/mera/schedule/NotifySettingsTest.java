package org.mera.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mera.schedule.NotifySettings.Mail;
import org.mera.schedule.NotifySettings.Webhook;
import org.mera.schedule.NotifySettings.When;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class NotifySettingsTest {

    @Test
    void tellNobodyWhereNothingIsSaid() {
        NotifySettings settings = bound(Map.of());

        assertThat(settings)
                .isEqualTo(new NotifySettings(
                        When.BOTH,
                        "ru",
                        new Mail(List.of(), ""),
                        new Webhook("", "", Duration.ofSeconds(10)),
                        3,
                        Duration.ofSeconds(10)));
        assertThat(settings.mail().isOn()).isFalse();
        assertThat(settings.webhook().isOn()).isFalse();
    }

    @Test
    void takeWhatIsSaid() {
        NotifySettings settings = bound(Map.ofEntries(
                Map.entry("mera.notify.when", "failed"),
                Map.entry("mera.notify.language", "en"),
                Map.entry("mera.notify.tries", "5"),
                Map.entry("mera.notify.pause", "1m"),
                Map.entry("mera.notify.mail.to", "operator@mera.example,chair@mera.example"),
                Map.entry("mera.notify.mail.from", "mera@mera.example"),
                Map.entry("mera.notify.webhook.url", "https://hook.example/mera"),
                Map.entry("mera.notify.webhook.secret", "Пример-секрет-017"),
                Map.entry("mera.notify.webhook.timeout", "3s")));

        assertThat(settings)
                .isEqualTo(new NotifySettings(
                        When.FAILED,
                        "en",
                        new Mail(List.of("operator@mera.example", "chair@mera.example"), "mera@mera.example"),
                        new Webhook("https://hook.example/mera", "Пример-секрет-017", Duration.ofSeconds(3)),
                        5,
                        Duration.ofMinutes(1)));
        assertThat(settings.locale()).isEqualTo(Locale.ENGLISH);
        assertThat(settings.toString()).doesNotContain("Пример-секрет-017");
    }

    @Test
    void refuseAllThatIsWrongAtOnce() {
        assertThatThrownBy(() -> new NotifySettings(
                        When.BOTH,
                        "de",
                        new Mail(List.of("operator@mera.example"), " "),
                        new Webhook("hook.example/mera", "short", Duration.ZERO),
                        0,
                        Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        """
                        mera.notify.language: «de» is no language of messages; use ru or en
                        mera.notify.tries: 0 is out of range; use 1 to 10
                        mera.notify.pause: PT1H is out of range; use 0 s to 10 m
                        mera.notify.mail.from: missing; give the address that the e-mails come from
                        mera.notify.webhook.url: «hook.example/mera» is no address; write it like https://example.org/mera
                        mera.notify.webhook.secret: too short; give at least 16 characters, which the receiver knows too
                        mera.notify.webhook.timeout: PT0S is no time; write it like 10s""");
    }

    @Test
    void tellWhatIsAskedFor() {
        assertThat(When.FAILED.isTold(true)).isTrue();
        assertThat(When.FAILED.isTold(false)).isFalse();
        assertThat(When.FINISHED.isTold(true)).isFalse();
        assertThat(When.FINISHED.isTold(false)).isTrue();
        assertThat(When.BOTH.isTold(true)).isTrue();
        assertThat(When.BOTH.isTold(false)).isTrue();
    }

    private static NotifySettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("mera.notify", NotifySettings.class);
    }
}
