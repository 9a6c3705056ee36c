package org.mera.web;

import java.io.FileNotFoundException;
import java.net.BindException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.convert.ConversionFailedException;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Says in a line what of the configuration keeps a server from starting. */
final class StartFaults {

    static final String FILE = WebServer.CONFIGURATION + ".yaml";

    private StartFaults() {}

    /** {@return what to say; nothing where the fault is not in the configuration} */
    static Optional<ServerException> of(RuntimeException failure, @Nullable String address) {
        return Stream.iterate((Throwable) failure, each -> each != null, Throwable::getCause)
                .map(cause -> said(cause, address))
                .flatMap(Optional::stream)
                .findFirst()
                .map(said -> new ServerException(said, failure));
    }

    private static Optional<String> said(Throwable cause, @Nullable String address) {
        if (cause instanceof PortInUseException taken) {
            return Optional.of("the port " + taken.getPort()
                    + " is taken by another program, maybe by another mera serve; name another with --port");
        }
        if (cause instanceof BindException) {
            return Optional.of(
                    String.valueOf(cause.getMessage()).startsWith("Permission denied")
                            ? "the port is one that only the system's administrator may open; name one above 1023 with"
                                    + " --port, and put a proxy before it"
                            : "it cannot listen" + (address == null ? "" : " on " + address) + " (" + cause.getMessage()
                                    + "); name an address of this computer with --address");
        }
        if (cause instanceof IllegalArgumentException
                && String.valueOf(cause.getMessage()).contains("Issuer")) {
            return Optional.of("the issuer of OpenID Connect does not answer (" + cause.getMessage()
                    + "); see spring.security.oauth2 in " + FILE);
        }
        if (cause instanceof UnboundConfigurationPropertiesException unknown) {
            return Optional.of(unknown.getUnboundProperties().stream()
                    .map(property -> place(property) + ": there is no setting " + property.getName())
                    .collect(Collectors.joining("; ")));
        }
        if (cause instanceof org.springframework.boot.context.properties.bind.BindException unusable) {
            ConfigurationProperty property = unusable.getProperty();
            return property == null
                    ? refused(unusable)
                    : Optional.of(place(property) + ": " + property.getName() + ": «" + property.getValue()
                            + "» cannot be used");
        }
        if (cause instanceof MarkedYAMLException unreadable && unreadable.getProblemMark() != null) {
            return Optional.of(
                    FILE + ", line " + (unreadable.getProblemMark().getLine() + 1) + ": " + unreadable.getProblem());
        }
        if (cause instanceof ConversionFailedException unusable) {
            return Optional.of(
                    "«" + unusable.getValue() + "» in " + FILE + " or in the environment cannot be used: it is no "
                            + unusable.getTargetType().getType().getSimpleName());
        }
        if (cause instanceof FileNotFoundException || cause instanceof NoSuchFileException) {
            return Optional.of("a file that " + FILE + " names cannot be read: " + cause.getMessage());
        }
        if (cause instanceof YAMLException) {
            return Optional.of(FILE + " cannot be read (" + cause.getMessage() + "); save it as UTF-8");
        }
        return Optional.empty();
    }

    /** What the settings themselves say of their values, a line for each. */
    private static Optional<String> refused(Throwable unusable) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(unusable);
        return root instanceof IllegalArgumentException ? Optional.ofNullable(root.getMessage()) : Optional.empty();
    }

    private static String place(ConfigurationProperty property) {
        Origin origin = property.getOrigin();
        if (origin instanceof PropertySourceOrigin within && within.getOrigin() != null) {
            origin = within.getOrigin();
        }
        return place(origin).orElse(String.valueOf(origin));
    }

    /** {@return where in the file something stands} */
    static Optional<String> place(@Nullable Origin origin) {
        return origin instanceof TextResourceOrigin text && text.getLocation() != null
                ? Optional.of(FILE + ", line " + (text.getLocation().getLine() + 1))
                : Optional.empty();
    }
}
