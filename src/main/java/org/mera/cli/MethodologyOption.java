package org.mera.cli;

import java.nio.file.Path;
import org.mera.cycle.MethodologySource;
import picocli.CommandLine.Option;

/** {@code --methodology}, of the commands that have no job file to name it. */
final class MethodologyOption {

    @Option(
            names = "--methodology",
            paramLabel = "ID|FILE",
            defaultValue = "anti-corruption-rating",
            description = "The methodology; ${DEFAULT-VALUE} without it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String methodology;

    /** {@return where the methodology comes from} A path is relative to the working directory. */
    MethodologySource source() {
        return MethodologySource.of(methodology, Path.of(""));
    }
}
