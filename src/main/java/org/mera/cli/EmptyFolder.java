package org.mera.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A folder that a command fills: new or empty, so that nothing of anybody's is mixed with it or lost. */
final class EmptyFolder {

    private EmptyFolder() {}

    /**
     * Makes sure that the folder is there and empty.
     *
     * @throws ParameterException when it has files, is none, or cannot be made
     */
    static void prepare(Path folder, CommandLine command) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> entries = Files.list(folder)) {
                if (entries.findAny().isPresent()) {
                    throw new ParameterException(
                            command, "the folder " + folder + " is not empty, name a new or an empty one with --to");
                }
            }
        } catch (IOException e) {
            throw new ParameterException(
                    command,
                    "the folder " + folder + " cannot be written (" + Reasons.of(e) + "), name another one with --to",
                    e);
        }
    }
}
