package org.mera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mera.cli.MeraProcess.Ended;
import org.mera.cli.MeraProcess.Running;

/** The console as a process, with the command line beside it on the same home. */
@EnabledOnOs(OS.LINUX)
class ServeProcessIT {

    private static final int COMPANIES = 30;
    private static final Pattern LISTENS = Pattern.compile("Mera listens on (http\\S+) ");
    private static final Pattern PASSWORD = Pattern.compile("Log in as admin with the password (\\S+);");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final Path folder;
    private final RunPlace place;
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    ServeProcessIT(@TempDir Path folder) {
        this.folder = folder;
        this.place = RunPlace.create(folder.resolve("place"), folder.resolve("inbox"), 10, 1);
    }

    @BeforeEach
    void fillInbox() {
        RunPlace.fillInbox(folder.resolve("inbox"), COMPANIES, 20);
    }

    @Test
    void letsTheCommandLineWorkBesideItAndEndsItsRunWhereItCanBeGoneOnWith() throws Exception {
        Running server = place.start(List.of("serve", "--port", "0", "job.yaml"));
        try {
            RunPlace.await("a console that listens", server, () -> found(PASSWORD, server.outSoFar()) != null);
            assertThat(place.run(List.of("status"))).isEqualTo(new Ended(0, "No runs yet.\n", ""));
            Ended other = place.run(List.of("run", "job.yaml", "--year", "2026", "--no-reports"));
            assertThat(other.code()).as(other.out() + other.err()).isZero();

            try (Connection gate = place.connect(server);
                    Statement statement = gate.createStatement()) {
                statement.execute("insert into user_role values ('admin', 'operator')");
                statement.execute("update app_user set must_change = false");
                statement.execute("create function wait() returns trigger language plpgsql as"
                        + " 'begin perform pg_advisory_xact_lock(17); return new; end'");
                statement.execute(
                        "create trigger wait before insert on submission for each row execute function wait()");
                statement.execute("select pg_advisory_lock(17)");
                start(server);
                RunPlace.await("a chunk that waits", server, () -> place.waiting() > 0);

                assertThat(place.run(List.of("status", "--year", "2025")).out())
                        .startsWith("Rating of 2025, revision 1: RUNNING, begun ");
                server.process().destroy();
                assertThat(server.process().waitFor(2, TimeUnit.SECONDS)).isFalse();
            }
            assertThat(server.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            server.process().destroyForcibly();
        }

        assertThat(place.run(List.of("status", "--year", "2025")).out())
                .contains("revision 1: FAILED", "  cause: stopped by the end of the server; a rerun goes on with it\n")
                .contains("  assess     STOPPED    10 of 30 companies\n");
        Ended goneOn = place.run(List.of("rerun", "--year", "2025"));
        assertThat(goneOn.code()).as(goneOn.out() + goneOn.err()).isZero();
        assertThat(goneOn.out()).contains("\n  reassessed          20 of 30 companies\n");
        place.outputs().requireValid();
        place.requireNothingLeft();
    }

    @Test
    void letsTheDatabaseGoWhenItIsStoppedWhileItStarts() throws Exception {
        Running server = place.start(List.of("serve", "--port", "0", "job.yaml"));
        try {
            RunPlace.await("tables that are made", server, () -> logged().contains("DbMigrate"));
            assertThat(server.outSoFar()).doesNotContain("Mera listens");
            server.process().destroy();
            assertThat(server.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            server.process().destroyForcibly();
        }
        place.requireNothingLeft();
    }

    private String logged() {
        try (Stream<Path> logs = Files.list(place.home().resolve("logs"))) {
            StringBuilder all = new StringBuilder();
            for (Path log : logs.toList()) {
                all.append(Files.readString(log));
            }
            return all.toString();
        } catch (IOException e) {
            return ""; // not there yet
        }
    }

    private void start(Running server) throws Exception {
        String url = Objects.requireNonNull(found(LISTENS, server.outSoFar()));
        String name = "username=admin&password=" + found(PASSWORD, server.outSoFar());
        assertThat(post(url, "login", "login", name)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .doesNotContain("error");
        assertThat(post(url, "cycles", "jobs/job/run", "").statusCode()).isEqualTo(302);
    }

    private HttpResponse<String> post(String url, String page, String path, String fields) throws Exception {
        String form = browser.send(
                        HttpRequest.newBuilder(URI.create(url + page)).build(), BodyHandlers.ofString())
                .body();
        String token = "_csrf=" + URLEncoder.encode(String.valueOf(found(TOKEN, form)), StandardCharsets.UTF_8);
        return browser.send(
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(token + "&" + fields))
                        .build(),
                BodyHandlers.ofString());
    }

    private static @Nullable String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
