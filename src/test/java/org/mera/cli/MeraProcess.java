package org.mera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program as a process of its own, with a folder for what it writes. */
final class MeraProcess {

    /** What a process left behind; {@code err} without what the virtual machine itself says. */
    record Ended(int code, String out, String err) {}

    private final Path folder;
    private final Map<String, String> environment;

    MeraProcess(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    Ended run(String... args) {
        return start(args).end();
    }

    Running start(String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.mera.MeraApplication"));
        command.addAll(List.of(args));
        Path out = newFile("out");
        Path err = newFile("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("MERA_"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        try {
            return new Running(builder.start(), out, err);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path newFile(String name) {
        try {
            return Files.createTempFile(folder, name, ".txt");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A process that goes on. */
    record Running(Process process, Path out, Path err) {

        String outSoFar() {
            return read(out);
        }

        Ended end() {
            try {
                assertThat(process.waitFor(120, TimeUnit.SECONDS))
                        .as("ended: %s %s", read(out), read(err))
                        .isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } finally {
                process.destroyForcibly();
            }
            return new Ended(process.exitValue(), read(out), read(err).replaceAll("(?m)^(NOTE: )?Picked up .*\\R", ""));
        }

        private static String read(Path file) {
            try {
                return Files.readString(file, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
