package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.access.Role;
import org.mera.access.User;
import org.mera.batch.AuditDesk;
import org.mera.batch.TokenDesk;
import org.mera.batch.UserDesk;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Users and tokens as their pages make, change and end them. */
final class TokensIT {

    private static final String ANSWERING = "/actuator/prometheus";
    private static final Pattern SECRET = Pattern.compile("data-secret>(mera_[A-Za-z0-9_-]{43})<");
    private static final Pattern GIVEN = Pattern.compile("data-given>([A-Za-z2-9]{20})<");

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
    void letsAProgramInWithATokenUntilItIsRevoked() {
        HttpClient browser = server.as(Role.OPERATOR);
        String secret = issued(browser, "Пример-выгрузка", "VIEWER");

        assertThat(answer(secret).statusCode()).isEqualTo(200);
        assertThat(server.get(browser, "/account/tokens").body())
                .contains("Пример-выгрузка")
                .doesNotContain(secret);
        long id = server.bean(TokenDesk.class).of("operator").get(0).id();
        server.post(browser, "/account/tokens", "/account/tokens/" + id + "/revoke", Map.of());
        HttpResponse<String> refused = answer(secret);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().allValues("WWW-Authenticate"))
                .containsExactly("Basic realm=\"Mera\", charset=\"UTF-8\"", "Bearer realm=\"Mera\"");
        assertThat(refused.body())
                .isEqualTo("{\"type\":\"/api#unauthorized\",\"title\":\"Unauthorized\",\"status\":401,"
                        + "\"detail\":\"the token is none, has expired or was revoked\","
                        + "\"instance\":\"/actuator/prometheus\"}");
    }

    /** A browser that was once told a name and a password adds them to what any site's page has it send. */
    @Test
    void refusesWhatThePageOfAnotherSiteSends() {
        for (Map.Entry<String, String> header : List.of(
                Map.entry("Sec-Fetch-Site", "cross-site"),
                Map.entry("Sec-Fetch-Site", "same-site"),
                Map.entry("Origin", "https://example.org"),
                Map.entry("Origin", "null"))) {
            HttpResponse<String> refused = act(header.getKey(), header.getValue());

            assertThat(refused.statusCode()).as(header.toString()).isEqualTo(403);
            assertThat(refused.body())
                    .isEqualTo("{\"type\":\"/api#forbidden\",\"title\":\"Forbidden\",\"status\":403,"
                            + "\"detail\":\"the page of another site may do nothing here\","
                            + "\"instance\":\"/api/v1/runs/0/stop\"}");
        }
        String here = server.uri("/").toString();
        assertThat(act("Origin", here.substring(0, here.length() - 1)).statusCode())
                .isEqualTo(404);
        assertThat(act("Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(404);
    }

    @Test
    void neverHasABrowserAskForAPassword() {
        HttpResponse<String> refused = Requests.to(server, "/api/v1/me")
                .header("Sec-Fetch-Mode", "navigate")
                .get();

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().allValues("WWW-Authenticate")).containsExactly("Bearer realm=\"Mera\"");
    }

    @Test
    void givesTheDocumentToASessionAsToAProgram() {
        HttpResponse<String> shown = server.get(Role.VIEWER, "/api/openapi.json");

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body())
                .isEqualTo(server.api(Role.VIEWER, "GET", "/api/v1/openapi.json", "")
                        .body());
        assertThat(server.get(Role.VIEWER, "/api").body()).contains("href=\"/api/openapi.json\"");
    }

    private static HttpResponse<String> act(String header, String value) {
        return Requests.to(server, "/api/v1/runs/0/stop")
                .basic("operator", RunningServer.PASSWORD)
                .header(header, value)
                .send("POST");
    }

    @Test
    void doesNotStoreWhatATokenSays() throws SQLException {
        String secret = issued(server.as(Role.EXPERT), "geheim", "VIEWER");

        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select t::text from api_token t")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).doesNotContain(secret);
            }
        }
    }

    @Test
    void takesNoTokenForPages() {
        String secret = issued(server.as(Role.VIEWER), "page", "VIEWER");

        assertThat(Requests.to(server, "/account").bearer(secret).get().statusCode())
                .isEqualTo(302);
    }

    @Test
    void givesATokenNoMoreThanItsOwnerHas() {
        HttpClient browser = server.as(Role.VIEWER);
        server.post(browser, "/account/tokens", "/account/tokens", Map.of("title", "zu viel", "role", "ADMINISTRATOR"));

        assertThat(server.get(browser, "/account/tokens").body())
                .contains("Токен не может больше, чем его владелец.")
                .doesNotContain("zu viel");
    }

    @Test
    void takesFromATokenWhatIsTakenFromItsOwner() {
        account("mover", Role.ADMINISTRATOR);
        TokenDesk tokens = server.bean(TokenDesk.class);
        String secret = tokens.issue("mover", "x", Set.of(Role.ADMINISTRATOR), Duration.ofDays(1))
                .secret();
        assertThat(tokens.bearer(secret).orElseThrow().rights())
                .containsExactlyInAnyOrder(Role.VIEWER, Role.ADMINISTRATOR);

        server.bean(UserDesk.class).change("mover", user -> user.withRoles(Set.of(Role.EXPERT)));
        assertThat(tokens.bearer(secret)).isEmpty();
    }

    @Test
    void stopsATokenWhileItsOwnerIsDisabled() {
        account("paused", Role.EXPERT);
        TokenDesk tokens = server.bean(TokenDesk.class);
        String secret = tokens.issue("paused", "x", Set.of(Role.EXPERT), Duration.ofDays(1))
                .secret();

        server.bean(UserDesk.class).change("paused", user -> user.withActive(false));
        assertThat(tokens.bearer(secret)).isEmpty();
        server.bean(UserDesk.class).change("paused", user -> user.withActive(true));
        assertThat(tokens.bearer(secret)).isPresent();
    }

    @Test
    void revokesTheTokensWithThePassword() {
        account("careful", Role.EXPERT);
        TokenDesk tokens = server.bean(TokenDesk.class);
        UserDesk users = server.bean(UserDesk.class);
        String first = tokens.issue("careful", "x", Set.of(Role.EXPERT), Duration.ofDays(1))
                .secret();
        tokens.issue("careful", "y", Set.of(Role.EXPERT), Duration.ofDays(1));

        users.change("careful", user -> user.withRoles(Set.of(Role.EXPERT, Role.OPERATOR)));
        assertThat(tokens.bearer(first)).isPresent();
        users.change("careful", user -> user.withPassword("{bcrypt}another", false));

        assertThat(tokens.bearer(first)).isEmpty();
        List<String> said = new ArrayList<>();
        server.bean(AuditDesk.class).read(0, entry -> {
            if (entry.act().equals("user") && entry.subject().equals("careful")) {
                said.add(entry.after());
            }
        });
        assertThat(said)
                .containsExactly(
                        "active, expert",
                        "active, expert operator",
                        "active, expert operator, password changed, tokens revoked: 2");
    }

    @Test
    void refusesATokenThatHasExpired() throws SQLException {
        String secret = issued(server.as(Role.COMMITTEE), "vorbei", "COMMITTEE");
        assertThat(answer(secret).statusCode()).isEqualTo(200);
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("update api_token set expires_at = now() - interval '1 second' where title = 'vorbei'");
        }

        assertThat(answer(secret).statusCode()).isEqualTo(401);
        assertThat(server.get(Role.COMMITTEE, "/account/tokens").body()).contains("истёк");
    }

    @Test
    void createsAUserWhoChoosesAPasswordOfHisOwn() {
        HttpClient administrator = server.as(Role.ADMINISTRATOR);
        HttpResponse<String> created = server.post(
                administrator,
                "/users",
                "/users",
                Map.of("name", " Пример.Эксперт ", "fullName", "Пример <Эксперт>", "role", "EXPERT"));
        String page = created.headers().firstValue("Location").orElseThrow();
        String shown = server.get(administrator, page).body();
        String password = found(GIVEN, shown);

        assertThat(shown).contains("Пример &lt;Эксперт&gt;").doesNotContain("<Эксперт>");
        assertThat(server.get(administrator, page).body()).doesNotContain(password);
        HttpClient expert = server.loggedIn("пример.эксперт", password);
        assertThat(server.get(expert, "/account").headers().firstValue("Location"))
                .hasValue(server.uri("/account/password").toString());
        assertThat(server.bean(UserDesk.class)
                        .user("пример.эксперт")
                        .orElseThrow()
                        .roles())
                .containsExactly(Role.EXPERT);
    }

    @Test
    void refusesANameThatIsTakenOrNone() {
        HttpClient administrator = server.as(Role.ADMINISTRATOR);

        server.post(administrator, "/users", "/users", Map.of("name", "VIEWER"));
        assertThat(server.get(administrator, "/users").body()).contains("Такое имя уже есть. Выберите другое.");
        server.post(administrator, "/users", "/users", Map.of("name", "../etc"));
        assertThat(server.get(administrator, "/users").body())
                .contains("Так учётную запись назвать нельзя")
                .contains("value=\"../etc\"");
    }

    @Test
    void keepsTheLastAdministrator() {
        UserDesk users = server.bean(UserDesk.class);
        users.users().stream()
                .filter(user -> user.isAdministrator() && !user.name().equals("administrator"))
                .forEach(user -> users.change(user.name(), one -> one.withActive(false)));
        HttpClient administrator = server.as(Role.ADMINISTRATOR);

        server.post(administrator, "/users/administrator", "/users/administrator/disable", Map.of());

        assertThat(server.get(administrator, "/users/administrator").body())
                .contains("Это последний администратор. Сначала дайте эту роль кому-нибудь ещё.");
        assertThat(users.user("administrator").orElseThrow().active()).isTrue();
    }

    @Test
    void givesAnotherPasswordAndLocksOut() {
        account("locked", Role.EXPERT);
        HttpClient administrator = server.as(Role.ADMINISTRATOR);

        server.post(administrator, "/users/locked", "/users/locked/password", Map.of());
        String password =
                found(GIVEN, server.get(administrator, "/users/locked").body());
        assertThat(server.bean(UserDesk.class).user("locked").orElseThrow().mustChange())
                .isTrue();
        assertThat(server.loggedIn("locked", password)).isNotNull();
        server.post(administrator, "/users/locked", "/users/locked/disable", Map.of());
        assertThat(server.bean(UserDesk.class).user("locked").orElseThrow().active())
                .isFalse();
        server.post(administrator, "/users/locked", "/users/locked/enable", Map.of());
        assertThat(server.bean(UserDesk.class).user("locked").orElseThrow().active())
                .isTrue();
        assertThat(server.get(administrator, "/users/nobody-of-ours").statusCode())
                .isEqualTo(404);
    }

    @Test
    void speaksTheLanguageThatWasChosen() {
        HttpClient browser = server.loggedIn("viewer", RunningServer.PASSWORD);
        server.post(browser, "/account", "/account/language", Map.of("lang", "en"));

        assertThat(server.get(browser, "/account").body())
                .contains("Roles are given by the administrator.")
                .contains("lang=\"en\"");
    }

    private static void account(String name, Role... roles) {
        String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(RunningServer.PASSWORD);
        server.bean(UserDesk.class).save(new User(name, "", hash, false, true, Set.of(roles)));
    }

    private static HttpResponse<String> answer(String secret) {
        return Requests.to(server, ANSWERING).bearer(secret).get();
    }

    /** {@return what a token says, as its page shows it once} */
    private static String issued(HttpClient browser, String title, String role) {
        server.post(browser, "/account/tokens", "/account/tokens", Map.of("title", title, "role", role, "days", "30"));
        return found(SECRET, server.get(browser, "/account/tokens").body());
    }

    private static String found(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }
}
