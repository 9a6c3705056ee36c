package org.mera.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Another process that holds a home's server; see {@link DatabaseUser}. */
final class OtherUser {

    private final Process process;
    private final BufferedReader output;
    private @Nullable String url;

    OtherUser(String home, String locale) throws IOException {
        ProcessBuilder java = new ProcessBuilder(command(home));
        java.environment().put("LC_ALL", locale);
        java.redirectError(ProcessBuilder.Redirect.INHERIT);
        process = java.start();
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Waits until the other process holds the server. */
    OtherUser ready() throws IOException {
        url();
        return this;
    }

    String url() throws IOException {
        if (url == null) {
            String line = output.readLine();
            if (line == null) {
                throw new IllegalStateException("the other process ended without a word");
            }
            url = line.substring(0, line.indexOf(' '));
        }
        return url;
    }

    /** Lets the other process close the server and waits for its end. */
    void leave() throws Exception {
        process.getOutputStream().close();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("the other process did not leave in order");
        }
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** {@return a shell whose pipe {@code java | cat} has a process that dies while it holds the server} */
    static Process dieInFrontOfAPipe(Path home) throws IOException {
        List<String> words = new ArrayList<>(List.of("sh", "-c", "\"$@\" | cat >/dev/null", "sh"));
        words.addAll(command(home.toString()));
        words.add(DatabaseUser.DIES);
        return new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<String> command(String home) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DatabaseUser.class.getName(),
                URLEncoder.encode(home, StandardCharsets.UTF_8));
    }
}
