package org.mera.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OutputExceptionTest {

    @Test
    void saysTheCauseInWordsAndWhatToDo() {
        assertThat(messageOf(new AccessDeniedException("out/2025")))
                .isEqualTo("Cannot write to out: no permission; allow it or name another folder by --out");
        assertThat(messageOf(new IOException("No space left on device")))
                .isEqualTo("Cannot write to out: the disk is full; free some space and run again");
        assertThat(messageOf(new FileSystemException("out/2025", null, "Read-only file system")))
                .isEqualTo("Cannot write to out: its file system is read-only; name another folder by --out");
        assertThat(messageOf(new FileSystemException("out/2025", null, "Not a directory")))
                .isEqualTo("Cannot write to out: a file stands where a folder is needed (out/2025); "
                        + "move it away or name another folder by --out");
        assertThat(messageOf(new NoSuchFileException("/proc/out")))
                .isEqualTo("Cannot write to out: the folder /proc/out is not there and cannot be made;"
                        + " name another folder by --out");
        assertThat(messageOf(new IOException("Input/output error")))
                .isEqualTo("Cannot write to out: Input/output error; mend it or name another folder by --out");
    }

    private static String messageOf(IOException cause) {
        return String.valueOf(OutputException.of(Path.of("out"), cause).getMessage());
    }
}
