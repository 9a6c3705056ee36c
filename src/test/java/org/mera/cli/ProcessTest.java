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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mera.cli.Console.Result;

/** The program as a process of its own. */
@EnabledOnOs(OS.LINUX)
final class ProcessTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void writesUtf8UnderLocaleC() throws Exception {
        assertThat(mera(Map.of("LC_ALL", "C"), "validate", "Имя с «кавычками» и 'апострофом'.csv"))
                .isEqualTo(new Result(
                        2,
                        "",
                        "mera validate: Имя с «кавычками» и 'апострофом'.csv: no such file or folder;"
                                + " see: mera help validate\n"));
    }

    @Test
    void usesFileNamesUnderLocaleC() throws Exception {
        Path to = folder.resolve("каталог");
        Files.createDirectory(to);
        Files.createFile(to.resolve("файл"));

        assertThat(mera(Map.of("LC_ALL", "C"), "sample", "--companies", "1", "--year", "2025", "--to", to.toString()))
                .isEqualTo(new Result(
                        2,
                        "",
                        "mera sample: the folder " + to
                                + " is not empty, name a new or an empty one with --to; see: mera help sample\n"));
    }

    @Test
    void passesOnExitCodeZero() throws Exception {
        assertThat(mera(Map.of("LC_ALL", "POSIX"), "--version")).isEqualTo(new Result(0, "Mera 0.1.0-SNAPSHOT\n", ""));
    }

    @Test
    void givesUpWhereASecondStartDoesNotHelp() throws Exception {
        Result result = mera(Map.of("LC_ALL", "C", Utf8Restart.MARK, "1"), "--version");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .matches("mera: file names are \\S+ here, not UTF-8, and even LC_ALL=C.UTF-8 does not change that;"
                        + " set LC_ALL to a UTF-8 locale, for example C.UTF-8\n");
    }

    @Test
    void answersWithoutSpringForHelp() throws Exception {
        List<String> classes = mera(Map.of("LC_ALL", "C.UTF-8", "JDK_JAVA_OPTIONS", "-verbose:class"), "help", "run")
                .out()
                .lines()
                .toList();

        assertThat(classes)
                .anyMatch(line -> line.contains("org.mera.cli.RunCommand"))
                .noneMatch(line -> line.contains(" org.springframework.")
                        || line.contains(" ch.qos.logback.")
                        || line.contains(" tools.jackson."));
    }

    @Test
    void writesTheSameArgumentsForAShell() throws Exception {
        List<String> arguments = List.of("printf", "%s|", "a b", "it's", "$HOME `x` \\n", "", "Имя\n", "100%");
        List<byte[]> bytes = arguments.stream()
                .map(argument -> argument.getBytes(StandardCharsets.UTF_8))
                .toList();

        Process shell = new ProcessBuilder("/bin/sh", "-c", Utf8Restart.script(bytes)).start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("a b|it's|$HOME `x` \\n||Имя\n|100%|");
    }

    @Test
    void endsTheRestartedProgramWithTheFirstOne() throws Exception {
        Process first = waitingProgram();
        ProcessHandle second = second(first);

        first.destroy();

        assertThat(first.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(first.exitValue()).isEqualTo(143);
        // Its parent is gone: it stays listed until somebody else has taken note of its end.
        assertThat(second.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    @Test
    void endsTheRestartedProgramWhenTheFirstOneIsKilled() throws Exception {
        Process first = waitingProgram();
        ProcessHandle second = second(first);

        first.destroyForcibly();

        assertThat(second.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    private static Process waitingProgram() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                WaitingProgram.class.getName());
        builder.environment().put("LC_ALL", "C");
        return builder.redirectErrorStream(true).start();
    }

    private static ProcessHandle second(Process first) throws IOException {
        String pid = first.inputReader(StandardCharsets.UTF_8).readLine();
        assertThat(pid).matches("[0-9]+").isNotEqualTo(String.valueOf(first.pid()));
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** Starts itself again as the program does, says its number, and waits. */
    static final class WaitingProgram {

        private WaitingProgram() {}

        public static void main(String[] args) throws InterruptedException {
            Screen screen = Screen.ofProcess(System.getenv());
            Utf8Restart restart = Utf8Restart.ofProcess();
            if (restart.needed()) {
                System.exit(restart.run(screen.err()));
            }
            restart.followParent();
            screen.out().println(ProcessHandle.current().pid());
            Thread.sleep(60_000);
        }
    }

    private Result mera(Map<String, String> environment, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.mera.MeraApplication"));
        command.addAll(List.of(args));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8).replaceAll("(?m)^NOTE: Picked up.*\\R", ""));
    }
}
