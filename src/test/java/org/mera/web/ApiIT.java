package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.access.Role;
import org.mera.seal.SealedFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API on a home with one run of the job's own inbox. */
final class ApiIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder;

    private static RunningServer server;
    private static String beforeTheRun;
    private static HttpResponse<String> started;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = RunningServer.start(folder);
        Path from = Path.of("jobs/annual-rating");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = server.inbox().resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        beforeTheRun = get("cycles") + get("cycles/2025/ranking");
        started = server.api(Role.OPERATOR, "POST", "/api/v1/jobs/annual-rating/runs", "");
        while (get("runs/1").contains("\"state\":\"running\"")) {
            Thread.sleep(500);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String get(String path) {
        return server.api(Role.VIEWER, "GET", "/api/v1/" + path, "").body();
    }

    private static String said(Role role, String method, String path, String json) {
        HttpResponse<String> answer = server.api(role, method, "/api/v1/" + path, json);
        return answer.statusCode() + " " + answer.body();
    }

    private static String problem(int status, String title, String code, String path, String detail) {
        return status + " {\"detail\":\"" + detail + "\",\"instance\":\"/api/v1/" + path + "\",\"status\":" + status
                + ",\"title\":\"" + title + "\",\"type\":\"/api#" + code + "\"}";
    }

    @Test
    void startsTheJobAndTellsWhereItsRunIs() {
        assertThat(beforeTheRun)
                .isEqualTo("[]"
                        + problem(
                                        404,
                                        "Not Found",
                                        "not-published",
                                        "cycles/2025/ranking",
                                        "Nothing has been published of 2025 yet")
                                .substring("404 ".length()));
        assertThat(started.statusCode()).isEqualTo(202);
        assertThat(started.headers().firstValue("Location")).isEqualTo(Optional.of("/api/v1/runs/1"));
        assertThat(started.body()).isEqualTo("{\"id\":1,\"year\":2025}");
        JsonNode run = JSON.readTree(get("runs/1"));
        assertThat(run.get("state").asString()).isEqualTo("completed");
        assertThat(run.get("who").asString()).startsWith("operator (");
        assertThat(run.get("counts").toString())
                .isEqualTo(
                        "{\"registered\":40,\"handedIn\":38,\"accepted\":31,\"rejected\":7,\"warned\":5,\"ranked\":31,"
                                + "\"withdrawn\":0}");
        assertThat(run.get("steps").get(2).toString())
                .isEqualTo(
                        "{\"name\":\"assess\",\"state\":\"COMPLETED\",\"done\":40,\"total\":40,\"unit\":\"companies\"}");
        assertThat(JSON.readTree(get("cycles/2025/runs")).get("total").asInt()).isEqualTo(1);
        assertThat(JSON.readTree(get("cycles/2025/chunks")).get(0).get("step").asString())
                .isEqualTo("discover");
    }

    @Test
    void saysWhoAsksAndWhatCanBeRun() {
        assertThat(said(Role.EXPERT, "GET", "me", ""))
                .isEqualTo("200 {\"name\":\"expert\",\"roles\":[\"expert\",\"viewer\"]}");
        assertThat(get("jobs")).isEqualTo("[{\"name\":\"annual-rating\",\"year\":2025,\"cron\":null,\"zone\":null}]");
    }

    @Test
    void pagesTheRanking() {
        HttpResponse<String> answer = server.api(Role.VIEWER, "GET", "/api/v1/cycles/2025/ranking?size=1", "");

        assertThat(answer.body())
                .isEqualTo("{\"items\":[{\"rank\":1,\"participationRank\":1,\"industryRank\":1,\"change\":null,"
                        + "\"id\":\"9759150304\",\"name\":\"Пример-015\",\"industry\":\"Транспорт\",\"region\":\"Регион-06\","
                        + "\"participation\":\"desk\",\"total\":\"194.5\",\"indicator\":\"97.25\",\"scoreClass\":\"\","
                        + "\"warnings\":0,\"columns\":[\"49.5\",\"48.5\",\"49.0\",\"47.5\"],"
                        + "\"sections\":[\"7.5\",\"38.5\",\"23.5\",\"27.5\",\"19.0\",\"32.0\",\"15.5\",\"31.0\"]}],"
                        + "\"page\":1,\"size\":1,\"total\":31,\"revision\":1}");
        assertThat(answer.headers().firstValue("Link"))
                .isEqualTo(Optional.of("</api/v1/cycles/2025/ranking?size=1&page=2>; rel=\"next\","
                        + " </api/v1/cycles/2025/ranking?size=1&page=31>; rel=\"last\""));
        assertThat(get("cycles/2025/ranking?page=9"))
                .isEqualTo("{\"items\":[],\"page\":9,\"size\":50,\"total\":31,\"revision\":1}");
        assertThat(said(Role.VIEWER, "GET", "cycles/2025/ranking?size=501", ""))
                .isEqualTo(problem(
                        400,
                        "Bad Request",
                        "bad-request",
                        "cycles/2025/ranking",
                        "page counts from 1, and size is 1 to 500, not 1 and 501"));
    }

    @Test
    void tellsOfACompanyDownToFileAndLine() {
        JsonNode company = JSON.readTree(get("cycles/2025/companies/9759150304"));

        assertThat(company.get("name").asString()).isEqualTo("Пример-015");
        assertThat(company.get("place").get("total").asString()).isEqualTo("194.5");
        assertThat(company.get("scores").size()).isEqualTo(200);
        assertThat(company.get("scores").get(0).get("file").asString()).endsWith(".csv");
        assertThat(company.get("scores").get(0).get("line").asInt()).isPositive();
        assertThat(JSON.readTree(get("cycles/2025/companies?id=9759150304"))).isEqualTo(company);
        assertThat(said(Role.VIEWER, "GET", "cycles/2025/companies?id=a/b", ""))
                .isEqualTo(problem(
                        404, "Not Found", "no-company", "cycles/2025/companies", "There is no company a/b in 2025"));
    }

    @Test
    void refusesAnOrderThatARankingHasNot() {
        String orders =
                "sort is one of rank, name, id, industry, region, participation, class, total, change, warnings, c3, c4, c5,"
                        + " c6, or one of them behind a -, which turns the order round; not «%s»";
        for (String sort : List.of("foo", "-foo", "c7", "--rank", "Rank")) {
            assertThat(said(Role.VIEWER, "GET", "cycles/2025/ranking?sort=" + sort, ""))
                    .isEqualTo(
                            problem(400, "Bad Request", "bad-request", "cycles/2025/ranking", orders.formatted(sort)));
        }
        assertThat(said(Role.VIEWER, "GET", "cycles/2025/ranking?participation=foo", ""))
                .isEqualTo(problem(
                        400,
                        "Bad Request",
                        "bad-request",
                        "cycles/2025/ranking",
                        "participation is on-site or desk, not «foo»"));
        for (String known : List.of(
                "sort=-c6", "sort=", "participation=", "sort=name&participation=desk", "participation=%20desk")) {
            assertThat(said(Role.VIEWER, "GET", "cycles/2025/ranking?size=1&" + known, ""))
                    .as(known)
                    .startsWith("200 ");
        }
    }

    @Test
    void saysThatThereIsNothingAtAMistypedAddress() {
        assertThat(said(Role.VIEWER, "GET", "cycle/2025/ranking", ""))
                .isEqualTo("404 {\"type\":\"/api#not-found\",\"title\":\"Not Found\",\"status\":404,"
                        + "\"detail\":\"there is nothing at this address; /api names all that there are\","
                        + "\"instance\":\"/api/v1/cycle/2025/ranking\"}");
        assertThat(server.get(Role.VIEWER, "/cycle/2025").statusCode()).isEqualTo(404);
    }

    @Test
    void listsProblemsInTheLanguageThatIsAskedFor() {
        JsonNode page = JSON.readTree(get("cycles/2025/problems?severity=warning&code=no-submission&size=1&lang=en"));

        assertThat(page.get("total").asInt()).isEqualTo(2);
        assertThat(page.get("items").get(0).get("message").asString())
                .isEqualTo("no line of the Table of the company 9796187341 was read, but rejected files mention it:"
                        + " example-039/table.csv; correct them");
        assertThat(said(Role.VIEWER, "GET", "cycles/2025/problems?code=x", ""))
                .isEqualTo(problem(
                        400, "Bad Request", "bad-request", "cycles/2025/problems", "There is no problem code «x»"));
    }

    @Test
    void handsOutTheFilesThatWerePublishedAndNoOthers() throws IOException {
        HttpResponse<String> answer = server.api(Role.VIEWER, "GET", "/api/v1/cycles/2025/files/ranking.csv", "");
        Path file = server.outputs().resolve("ranking.csv");

        assertThat(answer.body().getBytes(StandardCharsets.UTF_8)).isEqualTo(Files.readAllBytes(file));
        assertThat(answer.headers().firstValue("ETag")).isEqualTo(Optional.of("\"" + SealedFile.sha256(file) + "\""));
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(Files.size(file));
        HttpResponse<String> known = Requests.to(server, "/api/v1/cycles/2025/files/ranking.csv")
                .basic(Role.VIEWER.word(), RunningServer.PASSWORD)
                .header("If-None-Match", answer.headers().firstValue("ETag").orElseThrow())
                .get();
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("filename*=UTF-8''ranking.csv");
        Files.writeString(server.outputs().resolve("beside.csv"), "x");
        for (String path :
                List.of("beside.csv", "../../home/mera-server.yaml", "..%2f..%2fhome", "%2e%2e/x", "nothing.csv")) {
            assertThat(server.api(Role.VIEWER, "GET", "/api/v1/cycles/2025/files/" + path, "")
                            .statusCode())
                    .as(path)
                    .isIn(400, 404);
        }
        Files.delete(server.outputs().resolve("beside.csv"));
        assertThat(JSON.readTree(get("cycles/2025/reports?size=1")).get("total").asInt())
                .isEqualTo(56);
    }

    @Test
    void doesWhatTheCommitteeAsks() {
        assertThat(get("cycles/2025/decisions"))
                .startsWith("{\"year\":2025,\"revision\":1,\"pending\":")
                .contains("\"approval\":null,\"decisions\":[],\"classes\":[]");
        assertThat(said(Role.COMMITTEE, "POST", "cycles/2025/withdrawals", "{}"))
                .startsWith("422 {\"detail\":\"Name the companies: ");
        assertThat(said(Role.COMMITTEE, "POST", "cycles/2025/withdrawals", "no json"))
                .isEqualTo(problem(
                        400, "Bad Request", "bad-request", "cycles/2025/withdrawals", "Failed to read request"));
        assertThat(said(
                        Role.COMMITTEE,
                        "POST",
                        "cycles/2025/withdrawals",
                        "{\"companies\":[\"9772730551\"],\"reason\":\"Пример-причина\"}"))
                .isEqualTo(
                        "200 {\"year\":2025,\"withdrawn\":true,\"companies\":[{\"company\":\"9772730551\",\"name\":"
                                + "\"АО \\\"Пример-040\\\"\",\"hasEffect\":true,\"rankBefore\":null,\"rankAfter\":null}],\"moved\":0}");
        JsonNode refused = JSON.readTree(
                server.api(Role.COMMITTEE, "POST", "/api/v1/cycles/2025/approvals", "{\"protocol\":\"1\"}")
                        .body());
        assertThat(refused.get("type").asString()).isEqualTo("/api#not-approvable");
        assertThat(refused.get("obstacles").get(0).asString()).isNotBlank();
        assertThat(said(Role.COMMITTEE, "POST", "cycles/2025/reopenings", "{\"reason\":\"x\"}"))
                .isEqualTo(problem(
                        409,
                        "Conflict",
                        "cycle",
                        "cycles/2025/reopenings",
                        "The cycle of 2025 is not approved: there is nothing to open again"));
    }

    @Test
    void checksADecisionsFileWithoutTakingIt() {
        HttpResponse<byte[]> answer = new Multipart()
                .file("decisions.csv", "не;то\n")
                .postToApi(server, Role.COMMITTEE, "/api/v1/cycles/2025/decisions?dry-run&lang=en");

        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode said = JSON.readTree(Multipart.text(answer));
        assertThat(said.get("taken").asBoolean()).isFalse();
        assertThat(said.get("problems").get(0).get("code").asString()).isEqualTo("unknown-header");
    }

    @Test
    void stopsNothingThatIsOver() {
        assertThat(said(Role.OPERATOR, "POST", "runs/1/stop", ""))
                .isEqualTo(problem(
                        409, "Conflict", "not-running", "runs/1/stop", "The run 1 is not going on in this server"));
        assertThat(said(Role.OPERATOR, "POST", "cycles/2024/reruns", ""))
                .isEqualTo(problem(404, "Not Found", "no-cycle", "cycles/2024/reruns", "There is no cycle of 2024"));
        assertThat(said(Role.OPERATOR, "POST", "jobs/none/runs", ""))
                .isEqualTo(problem(404, "Not Found", "no-job", "jobs/none/runs", "There is no job none"));
    }

    @Test
    void looksAfterUsers() {
        JsonNode created = JSON.readTree(
                server.api(Role.ADMINISTRATOR, "POST", "/api/v1/users", "{\"name\":\"a b\",\"roles\":[\"expert\"]}")
                        .body());

        assertThat(created.get("type").asString()).isEqualTo("/api#account");
        assertThat(said(Role.ADMINISTRATOR, "POST", "users", "{\"name\":\"example-017\",\"roles\":[\"expert\"]}"))
                .startsWith(
                        "201 {\"user\":{\"name\":\"example-017\",\"fullName\":\"\",\"active\":true,\"roles\":[\"expert\"]},"
                                + "\"password\":\"");
        assertThat(said(
                        Role.ADMINISTRATOR,
                        "PUT",
                        "users/example-017",
                        "{\"active\":false,\"fullName\":\"Пример-017\"}"))
                .isEqualTo(
                        "200 {\"name\":\"example-017\",\"fullName\":\"Пример-017\",\"active\":false,\"roles\":[\"expert\"]}");
        assertThat(said(Role.ADMINISTRATOR, "PUT", "users/example-017", "{\"roles\":[\"king\"]}"))
                .isEqualTo(problem(
                        422,
                        "Unprocessable Content",
                        "bad-request",
                        "users/example-017",
                        "There is no role «king»; use expert, operator, committee or administrator"));
        assertThat(JSON.readTree(server.api(Role.VIEWER, "GET", "/api/v1/log?act=user&size=1", "")
                                .body())
                        .get("items")
                        .get(0)
                        .get("subject")
                        .asString())
                .isEqualTo("example-017");
    }

    @Test
    void describesEveryAddressAndOnlyThose() {
        JsonNode document = JSON.readTree(get("openapi.json"));
        Set<String> described = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    described.add(operation.getKey().toUpperCase(Locale.ROOT) + " "
                            + path.getKey().replace("/files/{path}", "/files/{*path}"));
                    assertThat(operation.getValue().get("summary").asString()).isNotBlank();
                }));

        assertThat(described)
                .isEqualTo(AccessRules.RULES.stream()
                        .filter(rule -> rule.pattern().startsWith("/api/v1/")
                                && !rule.pattern().endsWith("openapi.json"))
                        .map(rule -> rule.method() + " " + rule.pattern())
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(document.get("info").get("title").asString()).isEqualTo("Mera");
    }

    @Test
    void explainsEveryRefusalOnItsPage() throws IOException {
        String page = server.get(Role.VIEWER, "/api?lang=en").body();
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/mera/web"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                java.util.regex.Pattern.compile("(?s)(?:ApiException|problem|detail)\\(\\s*\\d+,\\s*\"([a-z-]+)\"")
                        .matcher(Files.readString(file, StandardCharsets.UTF_8))
                        .results()
                        .forEach(found -> used.add(found.group(1)));
            }
        }
        Arrays.stream(UploadException.Reason.values()).forEach(reason -> used.add(reason.code()));

        assertThat(ApiPages.PROBLEMS).containsAll(used);
        assertThat(page).contains("id=\"not-approvable\"").contains("/api/v1/cycles/{year}/ranking");
    }
}
