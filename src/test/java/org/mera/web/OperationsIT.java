package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.access.Role;
import org.mera.batch.Acting;
import org.mera.batch.CycleDesk;
import org.mera.batch.RunDesk;
import org.mera.batch.StartedRun;
import org.mera.cycle.JobOptions;
import org.mera.schedule.Jobs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the operator of the machine sees: health, figures, logs; and the cookies where people come through https. */
final class OperationsIT {

    private static final Path SAMPLE = Path.of("jobs", "annual-rating");
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(
                folder.resolve("home").resolve("mera-server.yaml"),
                "mera:\n  server:\n    url: https://mera.example/\n    least-disk: 1KB\n");
        server = RunningServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void tellsOthersThatItIsWellAndOperatorsWhy() {
        HttpResponse<String> stranger = Requests.to(server, "/actuator/health").get();
        JsonNode user = json(healthForOperator());

        assertThat(asViewer("/actuator/health").body()).isEqualTo(stranger.body());

        assertThat(stranger.statusCode()).isEqualTo(200);
        assertThat(stranger.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(user.get("components").propertyNames()).containsExactly("database", "disk", "inbox");
        assertThat(user.get("components").get("inbox").toString())
                .isEqualTo("{\"details\":{\"annual-rating\":\"there\"},\"status\":\"UP\"}");
        assertThat(user.get("components")
                        .get("database")
                        .get("details")
                        .get("version")
                        .asString())
                .isNotEmpty();
        assertThat(user.get("components").get("disk").get("details").propertyNames())
                .containsExactly("home", "outputs of annual-rating", "least");
    }

    @Test
    void isIllWithoutItsInbox() throws IOException {
        Path inbox = server.inbox();
        Path away = Files.move(inbox, inbox.resolveSibling("away"));
        try {
            HttpResponse<String> stranger =
                    Requests.to(server, "/actuator/health").get();

            assertThat(stranger.statusCode()).isEqualTo(503);
            assertThat(stranger.body()).isEqualTo("{\"status\":\"DOWN\"}");
            assertThat(json(healthForOperator())
                            .get("components")
                            .get("inbox")
                            .get("details")
                            .get("annual-rating")
                            .asString())
                    .isEqualTo("is no folder: " + inbox);
        } finally {
            Files.move(away, inbox);
        }
    }

    @Test
    void measuresItsRunsAndNamesTheirLogs() throws Exception {
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = server.inbox().resolve(SAMPLE.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Jobs jobs = server.bean(Jobs.class);
        RunDesk desk = server.bean(RunDesk.class);
        StartedRun run = Acting.as(
                "operator",
                () -> desk.run(jobs.named("annual-rating")
                        .orElseThrow()
                        .settings(new JobOptions(null, null, null, null, true, null))));
        long until = System.nanoTime() + LIMIT.toNanos();
        List<String> figures = List.of();
        while (!figures.contains("mera_runs_total{outcome=\"completed\"} 1.0") && System.nanoTime() < until) {
            Thread.sleep(200);
            figures = asViewer("/actuator/prometheus").body().lines().toList();
        }

        assertThat(figures)
                .contains(
                        "mera_runs_total{outcome=\"completed\"} 1.0",
                        "mera_runs_total{outcome=\"failed\"} 0.0",
                        "mera_runs_going_on 0.0",
                        "mera_run_seconds_count 1",
                        "mera_companies{state=\"registered\",year=\"2025\"} 40.0",
                        "mera_chunks{state=\"failed\",step=\"assess\",year=\"2025\"} 0.0")
                .anyMatch(line -> line.startsWith("mera_problems{severity=\"error\",year=\"2025\"} "))
                .anyMatch(line -> line.startsWith("hikaricp_connections_active"))
                .anyMatch(line -> line.startsWith("jvm_memory_used_bytes"));
        assertThat(server.bean(CycleDesk.class).run(run.id()).orElseThrow().log())
                .matches("run-2025-\\d{8}-\\d{6}-\\d{3}\\.log");
    }

    @Test
    void keepsTheCookieToHttpsWherePeopleComeThroughIt() {
        HttpResponse<String> page = Requests.to(server, "/login").get();

        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("mera=[0-9A-F]+; Path=/; Secure; HttpOnly; SameSite=Lax");
        assertThat(page.headers().firstValue("Strict-Transport-Security"))
                .hasValue("max-age=31536000 ; includeSubDomains");
    }

    @Test
    void answersNobodyButDownloadsAndHealthWhenAllPlacesAreTaken() {
        Crowd crowd = server.bean(Crowd.class);
        for (int i = 0; i < Crowd.MOST; i++) {
            assertThat(crowd.enter()).isTrue();
        }
        try {
            HttpResponse<String> refused = asViewer("/api/v1/cycles");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("10");
            assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
            assertThat(refused.body()).contains("\"type\":\"/api#busy\"", "\"status\":503");
            assertThat(asViewer("/api/v1/cycles/2024/companies/x.csv").statusCode())
                    .isEqualTo(503);
            assertThat(asViewer("/api/v1/cycles/2024/files/none.pdf").statusCode())
                    .isEqualTo(404);
            assertThat(asViewer("/actuator/health").statusCode()).isEqualTo(200);
        } finally {
            for (int i = 0; i < Crowd.MOST; i++) {
                crowd.leave();
            }
        }
        assertThat(asViewer("/api/v1/cycles").statusCode()).isEqualTo(200);
        assertThat(crowd.free()).isEqualTo(Crowd.MOST);
    }

    private static String healthForOperator() {
        return server.api(Role.OPERATOR, "GET", "/actuator/health", "").body();
    }

    private static HttpResponse<String> asViewer(String path) {
        return Requests.to(server, path)
                .basic(Role.VIEWER.word(), RunningServer.PASSWORD)
                .get();
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }
}
