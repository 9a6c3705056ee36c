package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.access.Role;
import org.mera.access.User;
import org.mera.batch.AuditDesk;
import org.mera.batch.UserDesk;

/** Coming in by OpenID Connect, at an issuer that is a real server and signs what it says. */
final class OidcIT {

    @TempDir
    private static Path folder;

    private static Issuer issuer;
    private static Issuer liar;
    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        issuer = Issuer.start(true);
        liar = Issuer.start(false);
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(
                folder.resolve("home").resolve("mera-server.yaml"),
                """
                mera:
                  server:
                    oidc:
                      roles-claim: mera_roles
                spring:
                  security:
                    oauth2:
                      client:
                        registration:
                          agency:
                            client-id: mera
                            client-secret: geheim
                            client-name: Пример-Агентство
                            scope: openid, profile
                          liar:
                            client-id: mera
                            client-secret: geheim
                            client-name: Пример-Обманщик
                            scope: openid
                        provider:
                          agency:
                            issuer-uri: %s
                          liar:
                            issuer-uri: %s
                """
                        .formatted(issuer.url(), liar.url()));
        server = RunningServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
        issuer.close();
        liar.close();
    }

    @Test
    void offersTheIssuersAtTheLogin() {
        assertThat(server.get(RunningServer.stranger(), "/login").body())
                .contains("href=\"/oauth2/authorization/agency\"")
                .contains("Войти через Пример-Агентство");
    }

    @Test
    void makesAnAccountWithTheRolesThatTheIssuerNames() {
        HttpClient browser = RunningServer.stranger();
        issuer.comes(Map.of(
                "preferred_username",
                "Ivanov@example.org",
                "name",
                "Пример Иванов",
                "mera_roles",
                List.of("expert", "committee", "something-else")));

        String there = come(browser, "agency");
        assertThat(there).as("%s", refusals()).isEqualTo("/");

        User user = server.bean(UserDesk.class).user("ivanov@example.org").orElseThrow();
        assertThat(user.roles()).containsExactlyInAnyOrder(Role.EXPERT, Role.COMMITTEE);
        assertThat(user.password()).isNull();
        assertThat(server.get(browser, "/account").body())
                .contains("ivanov@example.org", "Пример Иванов", "единый вход организации");
        assertThat(server.get(browser, "/check").statusCode()).isEqualTo(200);
        assertThat(server.get(browser, "/users").statusCode()).isEqualTo(403);
    }

    @Test
    void bringsTheRolesUpToDate() {
        issuer.comes(Map.of("preferred_username", "petrov", "mera_roles", List.of("operator")));
        come(RunningServer.stranger(), "agency");
        issuer.comes(Map.of("preferred_username", "petrov", "mera_roles", List.of("viewer")));
        come(RunningServer.stranger(), "agency");

        assertThat(server.bean(UserDesk.class).user("petrov").orElseThrow().roles())
                .containsExactly(Role.VIEWER);
    }

    @Test
    void refusesWhoHasNoRoleOrIsDisabledOrTakesTheNameOfAnotherAccount() {
        issuer.comes(Map.of("preferred_username", "sidorov", "mera_roles", List.of("accountant")));
        assertThat(come(RunningServer.stranger(), "agency")).isEqualTo("/login?error");
        assertThat(server.bean(UserDesk.class).user("sidorov")).isEmpty();

        issuer.comes(Map.of("preferred_username", "administrator", "mera_roles", List.of("administrator")));
        assertThat(come(RunningServer.stranger(), "agency")).isEqualTo("/login?error");

        issuer.comes(Map.of("preferred_username", "gone", "mera_roles", List.of("viewer")));
        HttpClient browser = RunningServer.stranger();
        assertThat(come(browser, "agency")).as("%s", refusals()).isEqualTo("/");
        server.bean(UserDesk.class).change("gone", user -> user.withActive(false));
        assertThat(path(server.get(browser, "/account"))).isEqualTo("/login?expired");
        assertThat(come(RunningServer.stranger(), "agency")).isEqualTo("/login?error");

        assertThat(refusals())
                .contains(
                        "the claim mera_roles of sidorov names no role of Mera, from 127.0.0.1",
                        "the account administrator has a password of its own, from 127.0.0.1",
                        "the account gone is disabled, from 127.0.0.1");
    }

    @Test
    void refusesWhatIsNotSignedByTheIssuer() {
        liar.comes(Map.of("preferred_username", "anybody", "mera_roles", List.of("administrator")));

        assertThat(come(RunningServer.stranger(), "liar")).isEqualTo("/login?error");
        assertThat(server.bean(UserDesk.class).user("anybody")).isEmpty();
    }

    private static List<String> refusals() {
        List<String> refusals = new ArrayList<>();
        server.bean(AuditDesk.class).read(0, entry -> {
            if (entry.act().equals("login-refused")) {
                refusals.add(entry.after());
            }
        });
        return refusals;
    }

    /** {@return where one is at last} */
    private static String come(HttpClient browser, String registration) {
        HttpResponse<String> toIssuer = server.get(browser, "/oauth2/authorization/" + registration);
        HttpResponse<String> back = server.get(browser, location(toIssuer));
        return path(server.get(browser, location(back)));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String path(HttpResponse<String> answer) {
        URI to = URI.create(location(answer));
        return to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
    }
}
