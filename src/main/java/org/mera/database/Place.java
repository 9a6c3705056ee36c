package org.mera.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where processes see each other: machine, start of the machine, container. File locks work across containers that
 * share a home, process numbers and ports do not; so a server that runs in another container looks like none at all,
 * and a second one would destroy the data.
 */
record Place(String name) {

    private static final Path MACHINE = Path.of("/proc/sys/kernel/hostname");
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path CONTAINER = Path.of("/proc/self/ns/pid");

    /** {@return the place of this process; the same everywhere on systems that do not tell} */
    static Place here() throws IOException {
        if (!Files.exists(BOOT)) {
            return new Place("");
        }
        return new Place(String.join(
                " ",
                line(MACHINE),
                line(BOOT),
                Files.readSymbolicLink(CONTAINER).toString()));
    }

    /** {@return where the server of the home was started last} */
    static Optional<Place> recorded(Home home) throws IOException {
        return Files.exists(file(home)) ? Optional.of(new Place(line(file(home)))) : Optional.empty();
    }

    void record(Home home, ServerAccount account) throws IOException {
        Files.writeString(file(home), name + "\n", StandardCharsets.UTF_8);
        account.give(file(home));
    }

    String machine() {
        return name.isEmpty() ? "this machine" : name.substring(0, name.indexOf(' '));
    }

    private static Path file(Home home) {
        return home.root().resolve("server.place");
    }

    private static String line(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }
}
