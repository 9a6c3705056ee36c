package org.mera.schedule;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told how a run went, and how.
 *
 * @param when     of which runs
 * @param language of the e-mails: {@code ru} or {@code en}
 * @param tries    how often it is tried in all
 * @param pause    between two tries; longer with each
 */
@ConfigurationProperties(prefix = "mera.notify", ignoreUnknownFields = false)
record NotifySettings(
        @DefaultValue("both") When when,
        @DefaultValue("ru") String language,
        @DefaultValue Mail mail,
        @DefaultValue Webhook webhook,
        @DefaultValue("3") int tries,
        @DefaultValue("10s") Duration pause) {

    /** Of which runs. */
    enum When {
        FAILED,
        FINISHED,
        BOTH;

        boolean isTold(boolean failed) {
            return this == BOTH || (this == FAILED) == failed;
        }
    }

    NotifySettings {
        List<String> faults = new ArrayList<>();
        if (!language.equals("ru") && !language.equals("en")) {
            faults.add("mera.notify.language: «" + language + "» is no language of messages; use ru or en");
        }
        if (tries < 1 || tries > 10) {
            faults.add("mera.notify.tries: " + tries + " is out of range; use 1 to 10");
        }
        if (pause.isNegative() || pause.compareTo(Duration.ofMinutes(10)) > 0) {
            faults.add("mera.notify.pause: " + pause + " is out of range; use 0 s to 10 m");
        }
        if (mail.isOn() && mail.from().isBlank()) {
            faults.add("mera.notify.mail.from: missing; give the address that the e-mails come from");
        }
        webhook.addFaults(faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
    }

    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    /**
     * E-mails.
     *
     * @param to   empty: none are sent
     * @param from whose address they bear
     */
    record Mail(@DefaultValue List<String> to, @DefaultValue("") String from) {

        Mail {
            to = List.copyOf(to);
        }

        boolean isOn() {
            return !to.isEmpty();
        }
    }

    /**
     * A program that is told by HTTP.
     *
     * @param url     empty: none is
     * @param secret  what the message is signed with
     * @param timeout of each try
     */
    record Webhook(
            @DefaultValue("") String url, @DefaultValue("") String secret, @DefaultValue("10s") Duration timeout) {

        boolean isOn() {
            return !url.isBlank();
        }

        private void addFaults(List<String> faults) {
            if (!isOn()) {
                return;
            }
            if (!isHttp(url)) {
                faults.add(
                        "mera.notify.webhook.url: «" + url + "» is no address; write it like https://example.org/mera");
            }
            if (secret.length() < 16) {
                faults.add(
                        "mera.notify.webhook.secret: too short; give at least 16 characters, which the receiver knows too");
            }
            if (timeout.isNegative() || timeout.isZero()) {
                faults.add("mera.notify.webhook.timeout: " + timeout + " is no time; write it like 10s");
            }
        }

        private static boolean isHttp(String url) {
            try {
                URI address = new URI(url);
                return address.getHost() != null && List.of("http", "https").contains(address.getScheme());
            } catch (java.net.URISyntaxException e) {
                return false;
            }
        }

        /** The secret is nobody's to read, not in a log either. */
        @Override
        public String toString() {
            return "Webhook[url=" + url + "]";
        }
    }
}
