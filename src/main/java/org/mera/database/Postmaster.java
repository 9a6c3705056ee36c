package org.mera.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The server process that a data folder's {@code postmaster.pid} names. The file outlives a killed server, and its
 * number may then belong to any program, so nothing is asked of or done to a process that {@link #serves} does not
 * prove to be ours.
 */
record Postmaster(long pid, Instant started, int port) {

    private static final int START_LINE = 2;
    private static final int PORT_LINE = 3;

    static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** {@return what the file says; empty if there is none or it is incomplete} */
    static Optional<Postmaster> of(Path data) {
        try {
            List<String> lines = Files.readString(file(data), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
            return Optional.of(new Postmaster(
                    Long.parseLong(lines.get(0).strip()),
                    Instant.ofEpochSecond(Long.parseLong(lines.get(START_LINE).strip())),
                    Integer.parseInt(lines.get(PORT_LINE).strip())));
        } catch (NoSuchFileException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new DatabaseException(file(data) + " cannot be read: " + Home.reason(e), e);
        }
    }

    /** {@return whether the process is alive and is the server of this data folder} */
    boolean serves(Path data) {
        return ProcessHandle.of(pid)
                .filter(process -> isPostgres(process) && worksIn(data, process))
                .isPresent();
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(Path::of)
                .filter(program -> program.getFileName().toString().startsWith("postgres"))
                .isPresent();
    }

    /** A server's working directory is its data folder; where that cannot be seen, its start time tells it apart. */
    private boolean worksIn(Path data, ProcessHandle process) {
        Path workingDirectory = Path.of("/proc", Long.toString(pid), "cwd");
        try {
            if (Files.isDirectory(Path.of("/proc/self"))) {
                return Files.isSameFile(workingDirectory, data);
            }
        } catch (IOException e) {
            // The process has ended, or it is another user's; neither is the server that this user runs.
            return false;
        }
        return process.info()
                .startInstant()
                .filter(start -> Duration.between(start, started).abs().toSeconds() <= 5)
                .isPresent();
    }
}
