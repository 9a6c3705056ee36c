package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.access.Role;

final class ApiIT {

    @TempDir
    private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.start(folder);
        Path from = Path.of("jobs/annual-rating");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path to = server.inbox().resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        for (String path : List.of("/api/v1/cycles", "/api/v1/cycles/2025", "/api/v1/cycles/2025/ranking", "/api/v1/runs/9")) {
            show("GET", path, "");
        }
        show("POST", "/api/v1/jobs/annual-rating/runs", "");
        String run;
        do {
            Thread.sleep(1000);
            run = server.api(Role.VIEWER, "GET", "/api/v1/runs/1", "").body();
        } while (run.contains("\"running\""));
    }

    private static void show(String method, String path, String json) {
        HttpResponse<String> answer = server.api(path.contains("users") ? Role.ADMINISTRATOR : method.equals("GET") ? Role.VIEWER : path.contains("runs") || path.contains("stop") ? Role.OPERATOR : Role.COMMITTEE, method, path, json);
        String body = answer.body();
        System.out.println("### " + method + " " + path + " " + answer.statusCode() + " " + answer.headers().firstValue("Location").orElse("") + answer.headers().firstValue("Link").orElse("") + "\n" + body.substring(0, Math.min(3000, body.length())));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void all() throws IOException {
        for (String path : List.of("me","jobs","cycles","cycles/2025","cycles/2025/chunks","cycles/2025/runs","runs/1","runs/1/log","cycles/2025/ranking?size=2","cycles/2025/ranking?size=0","cycles/2025/ranking?page=x","cycles/2025/companies/9705114405","cycles/2025/companies?id=a/b","cycles/2025/problems?size=2","cycles/2025/problems?code=x","cycles/2025/reports?size=3","cycles/2025/files/ranking.csv","cycles/2025/files/..%2f..%2fx","cycles/2025/files/../x","cycles/2025/verification?size=1","cycles/2025/decisions","log?size=2","users","users/nobody","openapi.json", "runs/abc", "cycles/2024/ranking")) {
            show("GET", "/api/v1/" + path, "");
        }
        show("POST", "/api/v1/cycles/2025/withdrawals", "{}");
        show("POST", "/api/v1/cycles/2025/withdrawals", "no json");
        show("POST", "/api/v1/cycles/2025/approvals", "{\"protocol\":\"1\"}");
        show("POST", "/api/v1/cycles/2025/reopenings", "{\"reason\":\"x\"}");
        show("POST", "/api/v1/runs/1/stop", "");
        show("POST", "/api/v1/users", "{\"name\":\"new\",\"roles\":[\"expert\"]}");
        show("PUT", "/api/v1/users/new", "{\"active\":false}");
        show("PUT", "/api/v1/users/new", "{\"roles\":[\"x\"]}");
        show("POST", "/api/v1/cycles/2024/reruns", "");
        assertThat(server).isNotNull();
    }
}
