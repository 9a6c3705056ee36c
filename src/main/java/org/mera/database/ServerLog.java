package org.mera.database;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What PostgreSQL's programs print. The server inherits the open file instead of a path, so it needs no right to the
 * folder; the file is therefore rotated when a server starts, and never under one.
 */
final class ServerLog {

    private static final long ROTATED_AT = 10L << 20;
    private static final int KEPT = 3;
    private static final int TAIL = 64 << 10;
    private static final int LINES_SHOWN = 4;
    private static final Pattern SAYS_NOTHING = Pattern.compile("pg_ctl: .*|Examine the log output\\.");
    private static final Pattern STAMP = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d \\S+ \\S+ \\[\\d+] ");

    private final Path file;
    private long beginning;

    private ServerLog(Path file, long beginning) {
        this.file = file;
        this.beginning = beginning;
    }

    /** {@return the log, ready to be written to} */
    static ServerLog in(Home home, ServerAccount account) throws IOException {
        if (!Files.isDirectory(home.logs())) {
            Files.createDirectory(home.logs(), Home.PRIVATE_FOLDER);
            account.give(home.logs());
        }
        Path file = home.logs().resolve("postgresql.log");
        if (Files.exists(file) && Files.size(file) > ROTATED_AT) {
            rotate(file);
        }
        if (!Files.exists(file)) {
            Files.createFile(file, Home.PRIVATE_FILE);
            account.give(file);
        }
        return new ServerLog(file, Files.size(file));
    }

    private static void rotate(Path file) throws IOException {
        for (int age = KEPT; age > 0; age--) {
            Path younger = age == 1 ? file : numbered(file, age - 1);
            if (Files.exists(younger)) {
                Files.move(younger, numbered(file, age), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static Path numbered(Path file, int age) {
        return file.resolveSibling(file.getFileName() + "." + age);
    }

    /** {@return the exit code of the program, whose output is added to the log} */
    int run(ProcessBuilder program) throws IOException {
        beginning = Files.size(file);
        return Patience.exitOf(program.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(file.toFile()))
                .start());
    }

    /** {@return whether this was printed since the last program began} */
    boolean says(String words) throws IOException {
        return recent().contains(words);
    }

    /** {@return where the log is and its last lines} */
    String end() throws IOException {
        List<String> lines = recent().lines()
                .map(line -> STAMP.matcher(line).replaceFirst("").strip())
                .filter(line -> !line.isEmpty() && !SAYS_NOTHING.matcher(line).matches())
                .toList();
        return file + " ends with: "
                + String.join(" / ", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }

    private String recent() throws IOException {
        try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.READ))) {
            channel.position(Math.max(Math.min(beginning, channel.size()), channel.size() - TAIL));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
