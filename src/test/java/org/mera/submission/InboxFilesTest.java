package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxFilesTest {

    private final Path folder;

    InboxFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void listsEveryCsvFileBelowTheInboxByCodePoints() throws IOException {
        for (String name : new String[] {
            "Я.csv",
            "b.CSV",
            "a/эксперт/т.Csv",
            "a.csv",
            "a/.csv",
            "~$a.csv",
            ".a.csv",
            ".git/a.csv",
            "a.csv.txt",
            "b/~$/c.csv"
        }) {
            write(name);
        }

        assertThat(InboxFiles.list(folder)).containsExactly("a.csv", "a/эксперт/т.Csv", "b.CSV", "b/~$/c.csv", "Я.csv");
    }

    @Test
    void followsLinksAndListsThoseThatLeadNowhere() throws IOException {
        write("outside/t.csv");
        write("outside/more/m.csv");
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Files.createSymbolicLink(inbox.resolve("linked.csv"), folder.resolve("outside/t.csv"));
        Files.createSymbolicLink(inbox.resolve("gone.csv"), folder.resolve("outside/none.csv"));
        Files.createSymbolicLink(inbox.resolve("self.csv"), inbox.resolve("self.csv"));
        Files.createSymbolicLink(inbox.resolve("more"), folder.resolve("outside/more"));
        Files.createSymbolicLink(inbox.resolve("loop"), inbox);

        assertThat(InboxFiles.list(inbox)).containsExactly("gone.csv", "linked.csv", "more/m.csv", "self.csv");
    }

    @Test
    void readsAnInboxWhoseOwnNameBeginsWithAPoint() throws IOException {
        write(".mera/inbox/a.csv");

        assertThat(InboxFiles.list(folder.resolve(".mera"))).containsExactly("inbox/a.csv");
    }

    @Test
    void refusesAnInboxThatIsMissingOrNoFolder() throws IOException {
        write("a.csv");
        Path missing = folder.resolve("none");
        Path file = folder.resolve("a.csv");

        assertThatThrownBy(() -> InboxFiles.list(missing))
                .isInstanceOf(InboxException.class)
                .hasMessage("There is no inbox " + missing + "; create the folder or name another one");
        assertThatThrownBy(() -> InboxFiles.list(file))
                .isInstanceOf(InboxException.class)
                .hasMessage("The inbox " + file + " is not a folder; name the folder that holds the CSV files");
    }

    @Test
    void doesNotMindAHiddenFolderThatItMayNotRead() throws IOException {
        write("a.csv");
        write(".trash/b.csv");
        Path hidden = folder.resolve(".trash");
        Files.setPosixFilePermissions(hidden, Set.of());
        try {
            assumeThat(Files.isReadable(hidden)).as("root reads everything").isFalse();
            assertThat(InboxFiles.list(folder)).containsExactly("a.csv");
        } finally {
            Files.setPosixFilePermissions(hidden, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private void write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }
}
