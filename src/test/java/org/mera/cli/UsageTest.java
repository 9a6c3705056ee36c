package org.mera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mera.cli.Console.Result;

final class UsageTest {

    private final FakeCapabilities capabilities = new FakeCapabilities();
    private final Console console = new Console(capabilities);

    @ParameterizedTest(name = "{1}")
    @MethodSource("wrong")
    void refusesWrongUsageInOneLine(String[] args, String line) {
        assertThat(console.run(args)).isEqualTo(new Result(2, "", line + "\n"));
        assertThat(capabilities.asked).isEmpty();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong(
                        "mera: name a command: run, rerun, status, reports, decide, verification, withdraw,"
                                + " approve, reopen, log, import-history, verify, validate, template, sample, serve, help; see: mera help"),
                wrong("mera: unknown command 'rnu', did you mean run? See: mera help", "rnu"),
                wrong("mera: unknown command 'vladiate', did you mean validate? See: mera help", "vladiate"),
                wrong(
                        "mera serve: --port: 65536 is no port; use 0 to 65535; see: mera help serve",
                        "serve",
                        "--port=65536"),
                wrong("mera: unknown option '--hoem', did you mean --home? See: mera help", "--hoem", "x"),
                wrong("mera help: unknown command 'rn', did you mean run? See: mera help", "help", "rn"),
                wrong("mera run: missing JOB.yaml; see: mera help run", "run"),
                wrong("mera run: unexpected argument 'b'; see: mera help run", "run", "a", "b"),
                wrong(
                        "mera run: unknown option '--yaer', did you mean --year? See: mera help run",
                        "run",
                        "j",
                        "--yaer",
                        "2025"),
                wrong("mera run: --year: its Y is missing; see: mera help run", "run", "j", "--year"),
                wrong(
                        "mera run: --year: «25» is no rated year; use 2000 to 2100; see: mera help run",
                        "run",
                        "j",
                        "--year",
                        "25"),
                wrong(
                        "mera run: --year: «2101» is no rated year; use 2000 to 2100; see: mera help run",
                        "run",
                        "j",
                        "--year=2101"),
                wrong(
                        "mera run: --cutoff: «31.05.2026» is no date; write it like 2026-05-31; see: mera help run",
                        "run",
                        "j",
                        "--cutoff",
                        "31.05.2026"),
                wrong(
                        "mera run: --lang: «de» is no language of Mera; use ru or en; see: mera help run",
                        "run",
                        "j",
                        "--lang",
                        "de"),
                wrong(
                        "mera status: --year: «x» is no rated year; use 2000 to 2100; see: mera help status",
                        "status",
                        "--year",
                        "x"),
                wrong("mera validate: missing PATH; see: mera help validate", "validate"),
                wrong(
                        "mera validate: нет.csv: no such file or folder; see: mera help validate",
                        "validate",
                        "pom.xml",
                        "нет.csv"),
                wrong("mera template: missing --register, --year, --to; see: mera help template", "template"),
                wrong(
                        "mera template: --register: нет.csv: no such file; see: mera help template",
                        "template",
                        "--register",
                        "нет.csv",
                        "--year",
                        "2025",
                        "--to",
                        "target/none"),
                wrong(
                        "mera sample: --companies: «0» is no number of companies; use 1 to 9999999; see: mera help sample",
                        "sample",
                        "--companies",
                        "0"),
                wrong(
                        "mera sample: --faulty: «101» is no percentage; use 0 to 100; see: mera help sample",
                        "sample",
                        "--companies",
                        "1",
                        "--faulty",
                        "101"),
                wrong(
                        "mera sample: --seed: «x» is no seed; use a whole number; see: mera help sample",
                        "sample",
                        "--seed",
                        "x"),
                wrong(
                        "mera sample: the folder src is not empty, name a new or an empty one with --to; see: mera help sample",
                        "sample",
                        "--companies",
                        "1",
                        "--year",
                        "2025",
                        "--to",
                        "src"),
                wrong(
                        "mera sample: the folder pom.xml cannot be written (pom.xml is no folder), name another one with --to;"
                                + " see: mera help sample",
                        "sample",
                        "--companies",
                        "1",
                        "--year",
                        "2025",
                        "--to",
                        "pom.xml"));
    }

    private static Arguments wrong(String line, String... args) {
        return Arguments.of(args, line);
    }

    @Test
    void helpsWithTheProgram() {
        Result result = console.run("--help");

        assertThat(result)
                .isEqualTo(new Result(
                        0,
                        """
                        Usage: mera [-hV] [--home=DIR] COMMAND
                        Runs the annual cycle of a company rating: checks, scores, ranks, reports.

                        Options:
                          -h, --help       Shows this help.
                              --home=DIR   Holds the embedded database and the logs (or MERA_HOME; without both, .mera).
                          -V, --version    Shows the version.

                        Commands:
                          run             Runs the annual job: reads the inbox, checks, scores, ranks, writes the files.
                          rerun           Does what failed, changed or came since the last run, without a job file.
                          status          Shows the runs, their steps, what failed and why.
                          reports         Lists the printed reports, or copies them.
                          decide          Takes the committee's decisions: all of a file or, with an error in it, none.
                          verification    Takes what was asked of companies and found: all of a file or, with an error in
                                            it, none.
                          withdraw        Takes companies out of the rating with a reason, or back into it.
                          approve         Closes a cycle: prints and seals it as approved, where nothing stands against it.
                          reopen          Opens an approved cycle again, for a new edition; the approved one is kept.
                          log             Prints the audit log: who did what when. Exit code 1 when it is no unbroken chain.
                          import-history  Takes over earlier rankings: all of a file or, with an error in it, none.
                          verify          Recomputes a set of outputs and names every difference. Exit code 1 where there
                                            is one.
                          validate        Checks files before they are handed in, with no database. Exit code 1 if there is
                                            an error.
                          template        Writes empty forms to fill in, for each company of a register.
                          sample          Writes an invented inbox, for trying out and for benchmarks.
                          serve           Serves the console in the browser, the REST API and the scheduler, until it is
                                            interrupted.
                          help            Shows the help of a command, or of the program.

                        Exit codes: 0 done; 1 something failed or differs; 2 wrong usage or configuration.
                        MERA_DATABASE_URL, MERA_DATABASE_USER, MERA_DATABASE_PASSWORD name a PostgreSQL server
                        to be used instead of the embedded one.
                        """,
                        ""));
        assertThat(console.run("help")).isEqualTo(result);
    }

    @Test
    void helpsWithACommand() {
        assertThat(console.run("help", "status"))
                .isEqualTo(new Result(
                        0,
                        """
                        Usage: mera status [-h] [--json] [--home=DIR] [--year=Y]
                        Shows the runs, their steps, what failed and why.

                          -h, --help       Shows this help.
                              --home=DIR   Holds the embedded database and the logs (or MERA_HOME; without both, .mera).
                              --json       Writes JSON, for programs.
                              --year=Y     Only this rated year.
                        """,
                        ""));
        assertThat(console.run("status", "--help")).isEqualTo(console.run("help", "status"));
    }

    @Test
    void knowsItsVersion() {
        assertThat(console.run("--version")).isEqualTo(new Result(0, "Mera 0.1.0-SNAPSHOT\n", ""));
        assertThat(Path.of("target", "classes", "META-INF", "build-info.properties"))
                .exists();
    }
}
