package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.catalina.session.ManagerBase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.access.Role;
import org.mera.access.User;
import org.mera.audit.AuditEntry;
import org.mera.batch.AuditDesk;
import org.mera.batch.UserDesk;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Coming in, staying in, and being shown out. Each case has an account of its own. */
final class LoginIT {

    private static final String GIVEN = "данный-пароль-017";
    private static final String OWN = "свой собственный пароль";

    @TempDir
    private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(
                folder.resolve("home").resolve("mera-server.yaml"),
                """
                server:
                  forward-headers-strategy: native
                mera:
                  server:
                    session:
                      idle: 3s
                      longest: 6s
                """);
        server = RunningServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void makesAGivenPasswordBeChangedFirst() {
        account("given", GIVEN, true, Role.EXPERT);
        HttpClient browser = server.loggedIn("given", GIVEN);

        assertThat(location(server.get(browser, "/check"))).isEqualTo("/account/password");
        assertThat(location(server.get(browser, "/account"))).isEqualTo("/account/password");
        assertThat(change(browser, GIVEN, "kurz", "kurz").body()).contains("Пароль короче 12 знаков.");
        assertThat(change(browser, GIVEN, GIVEN, GIVEN).body()).contains("Это нынешний пароль. Нужен другой.");
        assertThat(change(browser, OWN, OWN, OWN).statusCode()).isEqualTo(422);
        assertThat(location(change(browser, GIVEN, OWN, OWN))).isEqualTo("/account");

        assertThat(server.get(browser, "/account").body()).contains("Пароль сменён.");
        assertThat(location(login("given", GIVEN))).isEqualTo("/login?error");
        assertThat(location(login("given", OWN))).isEqualTo("/");
    }

    @Test
    void refusesAProgramWithAGivenPassword() {
        account("program", GIVEN, true, Role.OPERATOR);

        HttpResponse<String> answer = Requests.to(server, "/actuator/prometheus")
                .basic("program", GIVEN)
                .get();

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"type\":\"/api#unauthorized\",\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"this password was given by"
                                + " somebody else; log in to the console and change it first\",\"instance\":\"/actuator/prometheus\"}");
    }

    @Test
    void endsTheOtherSessionsWhenThePasswordChanges() {
        account("twice", GIVEN, false, Role.VIEWER);
        HttpClient here = server.loggedIn("twice", GIVEN);
        HttpClient there = server.loggedIn("twice", GIVEN);

        assertThat(location(change(here, GIVEN, OWN, OWN))).isEqualTo("/account");

        assertThat(server.get(here, "/account").statusCode()).isEqualTo(200);
        assertThat(location(server.get(there, "/account"))).isEqualTo("/login?expired");
    }

    @Test
    void endsTheSessionWhenRolesChangeOrTheAccountIsDisabled() {
        account("moved", GIVEN, false, Role.EXPERT);
        HttpClient browser = server.loggedIn("moved", GIVEN);
        server.bean(UserDesk.class).change("moved", user -> user.withRoles(Set.of(Role.OPERATOR)));
        assertThat(location(server.get(browser, "/account"))).isEqualTo("/login?expired");

        browser = server.loggedIn("moved", GIVEN);
        server.bean(UserDesk.class).change("moved", user -> user.withActive(false));
        assertThat(location(server.get(browser, "/account"))).isEqualTo("/login?expired");
        assertThat(location(login("moved", GIVEN))).isEqualTo("/login?error");
    }

    @Test
    void endsASessionInWhichNothingIsDoneAndOneThatLastsTooLong() throws InterruptedException {
        account("quiet", GIVEN, false, Role.VIEWER);
        HttpClient idle = server.loggedIn("quiet", GIVEN);
        HttpClient polling = server.loggedIn("quiet", GIVEN);
        HttpClient busy = server.loggedIn("quiet", GIVEN);
        assertThat(server.get(idle, "/account").statusCode()).isEqualTo(200);

        Thread.sleep(1800);
        assertThat(server.get(busy, "/account").statusCode()).isEqualTo(200);
        server.get(polling, "/cycles/2025/live");
        Thread.sleep(1800);
        assertThat(location(server.get(idle, "/account"))).isEqualTo("/login?expired");
        assertThat(location(server.get(polling, "/account"))).isEqualTo("/login?expired");
        assertThat(server.get(busy, "/account").statusCode()).isEqualTo(200);
        Thread.sleep(1800);
        assertThat(server.get(busy, "/account").statusCode()).isEqualTo(200);
        Thread.sleep(1800);
        assertThat(location(server.get(busy, "/account"))).isEqualTo("/login?expired");
    }

    @Test
    void givesAnotherSessionAtTheLogin() {
        account("fixed", GIVEN, false, Role.VIEWER);
        HttpClient browser = RunningServer.stranger();
        String before = session(server.get(browser, "/login"));
        HttpResponse<String> login =
                server.post(browser, "/login", "/login", Map.of("username", "fixed", "password", GIVEN));

        assertThat(before).isNotEmpty();
        assertThat(session(login)).isNotEmpty().isNotEqualTo(before);
        assertThat(location(Requests.to(server, "/account")
                        .header("Cookie", "mera=" + before)
                        .get()))
                .isEqualTo("/login");
        assertThat(Requests.to(server, "/account")
                        .header("Cookie", "mera=" + session(login))
                        .get()
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesFormsThatComeFromElsewhere() {
        account("forged", GIVEN, false, Role.VIEWER);
        HttpClient browser = server.loggedIn("forged", GIVEN);

        assertThat(Requests.to(server, "/account/tokens")
                        .in(browser)
                        .form("title=x")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Requests.to(server, "/account/tokens")
                        .in(browser)
                        .form("title=x&_csrf=forged")
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.get(browser, "/account/tokens").body()).contains("Токенов нет");
        assertThat(location(Requests.to(server, "/login")
                        .in(RunningServer.stranger())
                        .form("username=forged&password=x")))
                .isEqualTo("/login?expired");
    }

    @Test
    void takesNoSessionForTheApi() {
        account("session", GIVEN, false, Role.VIEWER);

        assertThat(server.get(server.loggedIn("session", GIVEN), "/actuator/prometheus")
                        .statusCode())
                .isEqualTo(401);
        assertThat(Requests.to(server, "/actuator/prometheus")
                        .basic("session", GIVEN)
                        .get()
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void marksItsCookiesAndSetsTheUsualHeaders() {
        HttpResponse<String> page = server.get(RunningServer.stranger(), "/login");

        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("mera=[0-9A-F]+; Path=/; HttpOnly; SameSite=Lax");
        Map<String, String> headers = new HashMap<>();
        for (String name : List.of(
                "Content-Security-Policy",
                "X-Content-Type-Options",
                "X-Frame-Options",
                "Referrer-Policy",
                "Cache-Control",
                "Permissions-Policy")) {
            headers.put(name, String.join(" | ", page.headers().allValues(name)));
        }
        assertThat(headers)
                .isEqualTo(Map.of(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                                + " font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
                        "X-Content-Type-Options",
                        "nosniff",
                        "X-Frame-Options",
                        "DENY",
                        "Referrer-Policy",
                        "same-origin",
                        "Cache-Control",
                        "no-cache, no-store, max-age=0, must-revalidate",
                        "Permissions-Policy",
                        "camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
    }

    @Test
    void makesWhoeverGuessesWait() {
        account("guessed", GIVEN, false, Role.VIEWER);
        for (int i = 1; i <= 5; i++) {
            assertThat(location(login("guessed", "wrong password " + i))).isEqualTo("/login?error");
        }

        HttpResponse<String> page = login(" Guessed ", GIVEN);
        HttpResponse<String> answer = Requests.to(server, "/actuator/prometheus")
                .basic("guessed", GIVEN)
                .get();

        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.body()).contains("Слишком много неудачных попыток");
        assertThat(Integer.parseInt(page.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(800, 901);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"type\":\"/api#too-many-attempts\",\"title\":\"Too Many Requests\",\"status\":429,\"detail\":\"too many failed"
                                + " attempts; try again later\",\"instance\":\"/actuator/prometheus\"}");
        assertThat(entries("guessed"))
                .containsExactly(
                        "user active, viewer",
                        "login-refused wrong name or password, from 127.0.0.1",
                        "login-refused wrong name or password, from 127.0.0.1",
                        "login-refused wrong name or password, from 127.0.0.1",
                        "login-refused wrong name or password, from 127.0.0.1",
                        "login-refused wrong name or password, from 127.0.0.1; has to wait now");
    }

    @Test
    void forgivesWhoLogsInNothingThatSomebodyElsewhereGuessed() {
        account("polled", GIVEN, false, Role.VIEWER);
        for (int i = 1; i <= 4; i++) {
            assertThat(figures("polled", "wrong password", "203.0.113.7").statusCode())
                    .isEqualTo(401);
        }

        assertThat(figures("polled", GIVEN, "203.0.113.8").statusCode()).isEqualTo(200);
        assertThat(figures("polled", "wrong password", "203.0.113.7").statusCode())
                .isEqualTo(401);
        assertThat(figures("polled", GIVEN, "203.0.113.7").statusCode()).isEqualTo(429);
    }

    @Test
    void makesWhoeverGuessesThePasswordInAnOpenSessionWait() {
        account("open", GIVEN, false, Role.VIEWER);
        HttpClient browser = server.loggedIn("open", GIVEN);
        for (int i = 1; i <= 5; i++) {
            assertThat(change(browser, "wrong password " + i, OWN, OWN).statusCode())
                    .isEqualTo(422);
        }

        HttpResponse<String> page = change(browser, GIVEN, OWN, OWN);

        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.body()).contains("Слишком много неудачных попыток");
        assertThat(Integer.parseInt(page.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(800, 901);
        assertThat(entries("open")).contains("login-refused wrong current password, from 127.0.0.1; has to wait now");
    }

    @Test
    void keepsTheSessionOfAStrangerForAShortTimeOnly() throws IOException {
        account("timed", GIVEN, false, Role.VIEWER);
        HttpClient browser = RunningServer.stranger();
        ManagerBase sessions = server.bean(StrangersSessions.class).sessions();
        String door = session(server.get(browser, "/login"));
        assertThat(sessions.findSession(door).getMaxInactiveInterval()).isEqualTo(300);

        String inside =
                session(server.post(browser, "/login", "/login", Map.of("username", "timed", "password", GIVEN)));
        assertThat(sessions.findSession(inside).getMaxInactiveInterval()).isEqualTo(1800);
    }

    @Test
    void refusesASessionMoreThanTheMemoryHolds() {
        account("inside", GIVEN, false, Role.VIEWER);
        HttpClient inside = server.loggedIn("inside", GIVEN);
        ManagerBase sessions = server.bean(StrangersSessions.class).sessions();
        assertThat(sessions.getMaxActiveSessions()).isEqualTo(10_000);
        sessions.setMaxActiveSessions(sessions.getActiveSessions());
        try {
            HttpResponse<String> refused = server.get(RunningServer.stranger(), "/login");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("300");
            assertThat(server.get(inside, "/account").statusCode()).isEqualTo(200);
        } finally {
            sessions.setMaxActiveSessions(10_000);
        }
        assertThat(server.get(RunningServer.stranger(), "/login").statusCode()).isEqualTo(200);
    }

    @Test
    void believesNoProxyButTheOneOnThisComputer() {
        account("proxied", GIVEN, false, Role.VIEWER);

        figures("proxied", "wrong password", "203.0.113.7, 10.0.0.1");

        assertThat(entries("proxied"))
                .containsExactly("user active, viewer", "login-refused wrong name or password, from 10.0.0.1");
    }

    @Test
    void makesAnAddressThatTriesManyNamesWait() {
        for (int i = 1; i <= 20; i++) {
            assertThat(location(login("nobody-" + i, "wrong password"))).isEqualTo("/login?error");
        }

        assertThat(login("viewer", RunningServer.PASSWORD).statusCode()).isEqualTo(429);
        assertThat(entries("nobody-1")).isEmpty();
        assertThat(entries("(a name that no account has)"))
                .contains("login-refused wrong name or password, from 127.0.0.1");
    }

    @Test
    void writesDownWhoComesAndGoes() {
        account("comer", GIVEN, false, Role.VIEWER);
        HttpClient browser = server.loggedIn("comer", GIVEN);
        assertThat(location(server.post(browser, "/account", "/logout", Map.of())))
                .isEqualTo("/login?logout");

        assertThat(location(server.get(browser, "/account"))).isEqualTo("/login");
        assertThat(entries("comer")).containsExactly("user active, viewer", "login from 127.0.0.1", "logout ");
    }

    @Test
    void bringsOneToThePageThatWasAskedForAndNeverToAPieceOfOne() {
        account("asker", GIVEN, false, Role.VIEWER);
        HttpClient browser = RunningServer.stranger();
        Requests.to(server, "/account/tokens")
                .in(browser)
                .header("Accept", "text/html")
                .get();
        Requests.to(server, "/cycles/2025/live")
                .in(browser)
                .header("Accept", "text/html")
                .header("HX-Request", "true")
                .get();

        assertThat(location(server.post(browser, "/login", "/login", Map.of("username", "asker", "password", GIVEN))))
                .isEqualTo("/account/tokens");
    }

    private static void account(String name, String password, boolean mustChange, Role... roles) {
        String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(password);
        server.bean(UserDesk.class).save(new User(name, "", hash, mustChange, true, Set.of(roles)));
    }

    private static HttpResponse<String> login(String name, String password) {
        return server.post(
                RunningServer.stranger(), "/login", "/login", Map.of("username", name, "password", password));
    }

    /** {@return the answer to a program that comes through a proxy} */
    private static HttpResponse<String> figures(String name, String password, String from) {
        return Requests.to(server, "/actuator/prometheus")
                .basic(name, password)
                .header("X-Forwarded-For", from)
                .get();
    }

    private static HttpResponse<String> change(HttpClient browser, String current, String wanted, String again) {
        return server.post(
                browser,
                "/account/password",
                "/account/password",
                Map.of("current", current, "wanted", wanted, "again", again));
    }

    private static String location(HttpResponse<String> answer) {
        String here = server.uri("/").toString();
        return answer.headers()
                .firstValue("Location")
                .map(to -> to.startsWith(here) ? to.substring(here.length() - 1) : to)
                .orElse("status " + answer.statusCode());
    }

    private static String session(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("mera="))
                .map(cookie -> cookie.substring("mera=".length(), cookie.indexOf(';')))
                .findFirst()
                .orElse("");
    }

    /** Failures of one case must not make another's login wait: all come from one address. */
    @AfterEach
    void forget() throws SQLException {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from login_attempt");
        }
    }

    private static List<String> entries(String subject) {
        List<String> found = new ArrayList<>();
        server.bean(AuditDesk.class).read(0, (AuditEntry entry) -> {
            if (entry.subject().equals(subject)) {
                found.add(entry.act() + " " + entry.after());
            }
        });
        return found;
    }
}
