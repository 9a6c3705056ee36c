package org.mera.web;

import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the console is served.
 *
 * @param url          where people reach it, for links in messages; empty: as it listens
 * @param fourEyes     whether who has entered a decision may not approve the cycle
 * @param leastDisk    with less room on a disk the server counts as ill
 * @param stopPatience how long a stopping server waits for what its runs are doing
 */
@ConfigurationProperties(prefix = "mera.server", ignoreUnknownFields = false)
record ServerSettings(
        @DefaultValue("") String url,
        @DefaultValue("true") boolean fourEyes,
        @DefaultValue("120s") Duration stopPatience,
        @DefaultValue("1GB") DataSize leastDisk,
        @DefaultValue Session session,
        @DefaultValue Upload upload,
        @DefaultValue Oidc oidc) {

    /** {@return whether people reach it through https} */
    boolean isSecure() {
        return url.toLowerCase(Locale.ROOT).startsWith("https:");
    }

    /**
     * How long one stays logged in.
     *
     * @param idle    without doing anything
     * @param longest in all
     */
    record Session(@DefaultValue("30m") Duration idle, @DefaultValue("12h") Duration longest) {}

    /**
     * What may be handed in at once.
     *
     * @param file  the largest file
     * @param files the most files
     */
    record Upload(@DefaultValue("64MB") DataSize file, @DefaultValue("100") int files) {}

    /**
     * How users of OpenID Connect are known.
     *
     * @param rolesClaim the claim that names their roles
     */
    record Oidc(@DefaultValue("roles") String rolesClaim) {}
}
