package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.access.Role;
import org.mera.cycle.CycleLock;
import org.mera.cycle.JdbcCycleLocks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class InboxUploadIT {

    @TempDir
    private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void takesFilesByTheirNamesAndTellsTheAuditLog() throws IOException {
        HttpResponse<byte[]> answer = new Multipart()
                .file("Реестр 1.csv", "ИНН\n")
                .file("b.CSV", "x\n")
                .post(server, Role.EXPERT, "/inbox/2025", "/inbox/2025?lang=en");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Files.readString(server.inbox().resolve("Реестр 1.csv"))).isEqualTo("ИНН\n");
        String page = server.get(Role.EXPERT, "/inbox/2025?lang=en").body();
        assertThat(page).contains("Taken: «Реестр 1.csv», «b.CSV».").contains("7 B");
        JsonNode entry = JsonMapper.builder()
                .build()
                .readTree(server.api(Role.VIEWER, "GET", "/api/v1/log?act=inbox&size=1", "")
                        .body())
                .get("items")
                .get(0);
        assertThat(entry.get("subject").asString()).isEqualTo("2025: b.CSV");
        assertThat(entry.get("who").asString()).startsWith("expert (");
        assertThat(entry.get("after").asString())
                .isEqualTo("73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac");
    }

    @Test
    void replacesOnlyWhereThatIsSaidAndNoRunGoesOn() throws IOException {
        Files.writeString(server.inbox().resolve("old.csv"), "old");

        assertThat(new Multipart()
                        .file("new.csv", "new")
                        .file("old.csv", "new")
                        .postToApi(server, Role.EXPERT, "/api/v1/cycles/2025/inbox"))
                .satisfies(refused -> {
                    assertThat(refused.statusCode()).isEqualTo(409);
                    assertThat(Multipart.text(refused))
                            .isEqualTo(
                                    "{\"detail\":\"«old.csv» is in the inbox already; give the file another name, or say"
                                            + " that it is to be replaced\",\"instance\":\"/api/v1/cycles/2025/inbox\",\"status\":409,"
                                            + "\"title\":\"Conflict\",\"type\":\"/api#file-refused\"}");
                });
        assertThat(server.inbox().resolve("new.csv")).doesNotExist();
        try (CycleLock running = server.bean(JdbcCycleLocks.class).take(2025, "пример")) {
            assertThat(running.token()).isPositive();
            assertThat(Multipart.text(new Multipart()
                            .file("old.csv", "new")
                            .postToApi(server, Role.EXPERT, "/api/v1/cycles/2025/inbox?replace=true")))
                    .contains("«old.csv» is not replaced while a run of 2025 goes on; wait for its end");
            assertThat(server.get(Role.EXPERT, "/inbox/2025?lang=en").body()).contains("A run goes on");
        }
        HttpResponse<byte[]> taken = new Multipart()
                .file("old.csv", "new")
                .postToApi(server, Role.EXPERT, "/api/v1/cycles/2025/inbox?replace=true");
        assertThat(taken.statusCode()).isEqualTo(201);
        assertThat(Multipart.text(taken))
                .isEqualTo("[{\"name\":\"old.csv\",\"size\":3,\"sha256\":"
                        + "\"11507a0e2f5e69d5dfa40a62a1bd7b6ee57e6bcd85c67c9b8431b36fff21c437\",\"replaced\":true}]");
        assertThat(Files.readString(server.inbox().resolve("old.csv"))).isEqualTo("new");
    }

    @Test
    void refusesNamesThatLeadElsewhere() throws IOException {
        for (String name :
                new String[] {"../x.csv", "/tmp/x.csv", "a\\b.csv", ".x.csv", "x.txt", "~$x.csv", "<b>.csv"}) {
            HttpResponse<byte[]> answer =
                    new Multipart().file(name, "x").post(server, Role.EXPERT, "/inbox/2025", "/inbox/2025?lang=en");

            assertThat(answer.statusCode()).as(name).isEqualTo(409);
            assertThat(Multipart.text(answer))
                    .contains("will not do. Use letters, digits")
                    .doesNotContain("<b>.csv");
        }
        try (Stream<Path> beside = Files.walk(folder)) {
            assertThat(beside.map(file -> file.getFileName().toString()))
                    .doesNotContain("x.csv")
                    .noneMatch(name -> name.startsWith(".incoming"));
        }
    }

    @Test
    void knowsNoInboxOfOtherYears() {
        assertThat(server.get(Role.EXPERT, "/inbox/1999").statusCode()).isEqualTo(404);
        assertThat(new Multipart().file("a.csv", "x").postToApi(server, Role.EXPERT, "/api/v1/cycles/1999/inbox"))
                .satisfies(
                        answer -> assertThat(Multipart.text(answer))
                                .isEqualTo(
                                        "{\"detail\":\"No job of 1999 is known, and none was run; there is no inbox\",\"instance\":"
                                                + "\"/api/v1/cycles/1999/inbox\",\"status\":404,\"title\":\"Not Found\",\"type\":\"/api#not-found\"}"));
    }

    @Test
    void isForThoseWhoHandIn() {
        assertThat(new Multipart().file("a.csv", "x").postToApi(server, Role.VIEWER, "/api/v1/cycles/2025/inbox"))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(403));
        assertThat(server.get(Role.VIEWER, "/inbox/2025").statusCode()).isEqualTo(403);
        assertThat(new Multipart().file("a.csv", "x").postToApi(server, Role.EXPERT, "/api/v1/checks"))
                .satisfies(answer -> assertThat(answer.headers().firstValue("Content-Type"))
                        .isEqualTo(Optional.of("application/json")));
    }
}
