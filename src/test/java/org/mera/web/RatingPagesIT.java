package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mera.access.Role;
import org.mera.audit.AuditEntry;
import org.mera.audit.AuditFilter;
import org.mera.batch.AuditPages;
import org.mera.batch.RatedYear;
import org.mera.batch.RatingDesk;
import org.mera.batch.RunDesk;
import org.mera.company.Company;
import org.mera.cycle.JobOptions;
import org.mera.cycle.RunSettings;
import org.mera.schedule.Jobs;

/** The pages of a rating that was published, its downloads, and the committee's acts on them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RatingPagesIT {

    @TempDir
    private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void publish() throws IOException {
        server = RunningServer.start(folder);
        Path inbox = Path.of("jobs", "annual-rating");
        try (Stream<Path> files = Files.walk(inbox)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = server.inbox().resolve(inbox.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        run(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static void run(RunningServer server) {
        RunDesk runs = server.bean(RunDesk.class);
        RunSettings settings =
                server.bean(Jobs.class).named("annual-rating").orElseThrow().settings(JobOptions.NONE);
        runs.run(settings);
        while (runs.live(2025).isPresent()) {
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static RatedYear rated() {
        return server.bean(RatingDesk.class).of(2025).orElseThrow();
    }

    private static Company first() {
        return rated().ranking().companies().get(0).company();
    }

    @ParameterizedTest
    @Order(1)
    @ValueSource(
            strings = {
                "ranking",
                "ranking?q=пример&participation=on-site&sort=-total",
                "ranking?q=nobody",
                "ranking?sort=c3&page=99",
                "problems",
                "problems?severity=warning",
                "problems?code=bad-score&file=csv&company=Пример",
                "reports",
                "verification",
                "verification?which=unasked",
                "decisions",
                "approval"
            })
    void showsEachPageInBothLanguages(String page) {
        for (String language : List.of("ru", "en")) {
            for (Role role : List.of(Role.VIEWER, Role.COMMITTEE)) {
                String address =
                        "/cycles/2025/" + page.replace("пример", "%D0%BF%D1%80").replace("Пример", "%D0%9F");
                HttpResponse<String> answer =
                        server.get(role, address + (address.contains("?") ? "&" : "?") + "lang=" + language);

                assertThat(answer.statusCode()).as(page).isEqualTo(200);
                assertThat(answer.body()).contains("lang=\"" + language + "\"").doesNotContain("??");
            }
        }
    }

    @Test
    @Order(1)
    void showsACompanyWithItsScoresDownToFileAndLine() {
        HttpResponse<String> answer = server.get(Role.VIEWER, "/cycles/2025/company?lang=ru&id=" + first().id());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(first().id())
                .containsPattern("<span class=\"line\">:[0-9]+</span>")
                .doesNotContain("??");
        rated().unranked()
                .forEach(unranked -> assertThat(server.get(Role.VIEWER, "/cycles/2025/company?id=" + unranked.id())
                                .statusCode())
                        .as(unranked.id())
                        .isEqualTo(200));
        assertThat(server.get(Role.VIEWER, "/cycles/2025/company?id=nobody").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(1)
    void showsAYearThatWasNeverRunAsEmpty() {
        for (String page : List.of("ranking", "problems", "reports", "verification", "decisions", "approval")) {
            HttpResponse<String> answer = server.get(Role.VIEWER, "/cycles/2031/" + page);

            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(answer.body()).contains("class=\"empty\"");
        }
    }

    @Test
    @Order(1)
    void handsOutTheBytesOfEachPublishedFile() throws IOException {
        for (Path file : published()) {
            String path = server.outputs().relativize(file).toString();
            var answer = server.download(Role.VIEWER, "/cycles/2025/files/" + path);
            try (var body = answer.body()) {
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(body.readAllBytes()).as(path).isEqualTo(Files.readAllBytes(file));
            }
            assertThat(answer.headers().firstValue("Content-Length"))
                    .isEqualTo(Optional.of(Long.toString(Files.size(file))));
            assertThat(answer.headers().firstValue("ETag").orElseThrow()).matches("\"[0-9a-f]{64}\"");
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                    .startsWith("attachment; filename")
                    .contains(file.getFileName().toString());
        }
    }

    @Test
    @Order(1)
    void handsOutNothingThatTheManifestDoesNotName() throws IOException {
        Files.writeString(server.outputs().resolve("secret.txt"), "not of the set", StandardCharsets.UTF_8);
        for (String path : List.of(
                "secret.txt",
                "%2e%2e/annual-rating.yaml",
                "..%2fannual-rating.yaml",
                "%2e%2e%2f%2e%2e%2fannual-rating.yaml",
                "%2Fetc%2Fpasswd",
                "companies",
                "companies/",
                "ranking.csv/",
                "ranking.csv%00.pdf",
                "")) {
            assertThat(server.get(Role.VIEWER, "/cycles/2025/files/" + path).statusCode())
                    .as(path)
                    .isBetween(400, 404);
        }
    }

    @Test
    @Order(1)
    void streamsAllOutputsAsOneArchive() throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(server.download(Role.VIEWER, "/cycles/2025/reports.zip?what=all")
                .body())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        Map<String, byte[]> expected = new HashMap<>();
        for (Path file : published()) {
            expected.put(server.outputs().relativize(file).toString(), Files.readAllBytes(file));
        }

        assertThat(entries.keySet()).isEqualTo(expected.keySet());
        expected.forEach((path, bytes) -> assertThat(entries.get(path)).as(path).isEqualTo(bytes));
    }

    @Test
    @Order(1)
    void downloadsTheProblemsThatAreAskedFor() throws IOException {
        String all = server.get(Role.VIEWER, "/cycles/2025/problems.csv").body();
        String errors = server.get(Role.VIEWER, "/cycles/2025/problems.csv?severity=error&lang=ru")
                .body();

        assertThat(all).isEqualTo(Files.readString(server.outputs().resolve("problems.csv"), StandardCharsets.UTF_8));
        assertThat(errors.lines().skip(1)).isNotEmpty().allMatch(line -> line.contains(",error,"));
        assertThat(errors.lines().count())
                .isEqualTo(all.lines().filter(line -> line.contains(",error,")).count() + 1);
    }

    @Test
    @Order(2)
    void takesADecisionThatWasLookedAtFirst() {
        var committee = server.as(Role.COMMITTEE);
        Map<String, String> decision = Map.of(
                "company", first().id(),
                "criterion", "1",
                "column", "3",
                "score", "0",
                "reason", "Пример-017: не подтверждено",
                "protocol", "№ 2",
                "date", "2026-06-01");

        HttpResponse<String> checked =
                server.post(committee, "/cycles/2025/decisions", "/cycles/2025/decisions/check", decision);
        assertThat(checked.statusCode()).isEqualTo(200);
        assertThat(checked.body()).contains("id=\"checked\"").contains("name=\"content\"");
        assertThat(acts("decide")).isEmpty();

        HttpResponse<String> taken =
                server.post(committee, "/cycles/2025/decisions", "/cycles/2025/decisions", decision);
        assertThat(taken.headers().firstValue("Location").orElse("")).endsWith("/cycles/2025/decisions");
        assertThat(acts("decide")).hasSize(1).first().satisfies(entry -> {
            assertThat(entry.who()).startsWith("committee (");
            assertThat(entry.subject()).startsWith("decisions-committee-");
        });
        assertThat(server.get(Role.VIEWER, "/cycles/2025/decisions").body()).contains("Пример-017: не подтверждено");
    }

    @Test
    @Order(3)
    void refusesAFaultyDecisionWithItsProblems() {
        HttpResponse<String> answer = server.post(
                server.as(Role.COMMITTEE),
                "/cycles/2025/decisions",
                "/cycles/2025/decisions",
                Map.of(
                        "company",
                        "1",
                        "criterion",
                        "99",
                        "column",
                        "3",
                        "score",
                        "7",
                        "reason",
                        "<script>alert(1)</script>",
                        "protocol",
                        "№ 2",
                        "date",
                        "2026-06-01"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("bad-score").doesNotContain("<script>alert");
        assertThat(acts("decide")).hasSize(1);
    }

    @Test
    @Order(4)
    void withdrawsAndTakesBack() {
        var committee = server.as(Role.COMMITTEE);
        String company = first().id();
        server.post(
                committee,
                "/cycles/2025/decisions",
                "/cycles/2025/withdrawals",
                Map.of("company", company, "reason", "Пример"));
        assertThat(server.get(Role.VIEWER, "/cycles/2025/decisions?lang=ru").body())
                .contains("Отозванные компании: 1");

        server.post(
                committee,
                "/cycles/2025/decisions",
                "/cycles/2025/withdrawals",
                Map.of("company", company, "reason", "Пример", "back", "true"));
        assertThat(server.get(Role.VIEWER, "/cycles/2025/decisions?lang=ru").body())
                .contains("Отозванные компании: 0");
        assertThat(acts("withdraw")).hasSize(2);
    }

    @Test
    @Order(5)
    void takesAVerification() {
        server.post(
                server.as(Role.COMMITTEE),
                "/cycles/2025/verification",
                "/cycles/2025/verification",
                Map.of(
                        "company",
                        first().id(),
                        "criterion",
                        "1",
                        "column",
                        "3",
                        "request",
                        "Пример вопроса",
                        "answer",
                        "",
                        "outcome",
                        "open",
                        "verifier",
                        "Пример",
                        "date",
                        ""));

        assertThat(acts("verification")).hasSize(1);
        assertThat(server.get(Role.VIEWER, "/cycles/2025/verification?which=open")
                        .body())
                .contains("Пример вопроса");
    }

    @Test
    @Order(6)
    void tellsWhatStandsAgainstAnApproval() {
        HttpResponse<String> answer = server.post(
                server.as(Role.COMMITTEE),
                "/cycles/2025/approval",
                "/cycles/2025/approval",
                Map.of("look", "true", "protocol", "№ 3"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("decisions, withdrawals or verifications have come since revision 1");
        assertThat(acts("approve")).isEmpty();
    }

    @Test
    @Order(7)
    void showsTheAuditLog() {
        assertThat(server.get(Role.VIEWER, "/log?lang=ru&act=decide&of=2025").body())
                .contains("committee (")
                .contains("decisions-committee-");
        assertThat(server.get(Role.VIEWER, "/log?lang=en&check=true").body()).contains("The chain is whole");
    }

    @Test
    @Order(8)
    void refusesADamagedFile() throws IOException {
        Files.writeString(server.outputs().resolve("ranking.csv"), "nothing", StandardCharsets.UTF_8);

        assertThat(server.get(Role.OPERATOR, "/cycles/2025/files/ranking.csv").statusCode())
                .isEqualTo(409);
        assertThat(server.get(Role.OPERATOR, "/cycles/2025/files/ranking.csv").body())
                .contains("ranking.csv is missing or is not what was published");
    }

    private static List<Path> published() throws IOException {
        try (Stream<Path> files = Files.walk(server.outputs())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("secret.txt"))
                    .toList();
        }
    }

    private static List<AuditEntry> acts(String act) {
        return server.bean(AuditPages.class)
                .page(new AuditFilter(2025, "", act, null, null), 0, 100)
                .entries();
    }
}
