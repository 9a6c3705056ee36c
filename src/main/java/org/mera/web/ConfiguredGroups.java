package org.mera.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mera.cycle.Nearest;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.ConfigurableEnvironment;

/** Refuses what is configured under a name that nobody asks for: a misspelt group would be left out in silence, with all that stands in it. */
final class ConfiguredGroups {

    private static final String OWN = "mera.";

    /** What the console, Spring and its libraries read. */
    private static final List<String> GROUPS = List.of(
            "server",
            OWN + "server",
            OWN + "notify",
            "spring",
            "management",
            "logging",
            "springdoc",
            "debug",
            "trace",
            "info");

    private ConfiguredGroups() {}

    /** @throws ServerException where a file has others */
    static void requireKnown(ConfigurableEnvironment environment) {
        Map<String, String> places = new LinkedHashMap<>();
        environment.getPropertySources().stream()
                .filter(OriginTrackedMapPropertySource.class::isInstance)
                .map(OriginTrackedMapPropertySource.class::cast)
                .forEach(file -> Stream.of(file.getPropertyNames())
                        .filter(name -> isUnknown(file, name))
                        .forEach(name -> places.putIfAbsent(
                                group(name),
                                StartFaults.place(file.getOrigin(name)).orElse(StartFaults.FILE))));
        if (!places.isEmpty()) {
            throw new ServerException(
                    places.entrySet().stream()
                            .map(unknown -> unknown.getValue() + ": there is no group " + unknown.getKey()
                                    + meant(unknown.getKey()))
                            .collect(Collectors.joining("; ")),
                    null);
        }
    }

    /** Other files there may be are not the console's; and a group may be named that has nothing in it. */
    private static boolean isUnknown(OriginTrackedMapPropertySource file, String setting) {
        return file.getOrigin(setting) instanceof TextResourceOrigin text
                && text.getResource() != null
                && String.valueOf(text.getResource().getFilename()).startsWith(WebServer.CONFIGURATION)
                && !GROUPS.contains(group(setting))
                && !String.valueOf(file.getProperty(setting)).isBlank();
    }

    /** {@return the first word of a setting, of Mera's own the first two} */
    private static String group(String setting) {
        String plain = setting.toLowerCase(Locale.ROOT);
        return plain.startsWith(OWN) ? OWN + first(plain.substring(OWN.length())) : first(plain);
    }

    private static String first(String setting) {
        return setting.split("[.\\[]", 2)[0];
    }

    private static String meant(String group) {
        return Nearest.to(group, GROUPS)
                .map(near -> ", did you mean " + near + "?")
                .orElse("");
    }
}
