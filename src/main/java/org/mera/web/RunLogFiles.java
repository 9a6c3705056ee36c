package org.mera.web;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.mera.batch.RunStatus;
import org.mera.batch.ServerRuns;
import org.springframework.stereotype.Component;

/** The log files of the runs, in the home's folder {@code logs}. They are found by what the run's row says, never by a name from outside. */
@Component
class RunLogFiles {

    /** So much of a log's end is shown on a page, in bytes. */
    private static final int SHOWN = 1 << 15;

    private final Path folder;

    RunLogFiles(ServerRuns server) {
        this.folder = server.home().resolve("logs");
    }

    /** {@return the log of a run} Empty where it has none of its own, or where it is gone. */
    Optional<Path> of(RunStatus.Run run) {
        if (run.log().isEmpty()) {
            return Optional.empty();
        }
        Path file = folder.resolve(run.log()).normalize();
        return folder.normalize().equals(file.getParent()) && Files.isRegularFile(file)
                ? Optional.of(file)
                : Optional.empty();
    }

    /** {@return the last lines of a log} */
    String end(Path file) {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, log.length() - SHOWN);
            log.seek(from);
            byte[] bytes = new byte[(int) (log.length() - from)];
            log.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
