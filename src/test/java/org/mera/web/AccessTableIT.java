package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.access.Role;
import org.mera.batch.TokenDesk;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address, for everybody: what the table of rules says, what Spring MVC maps, and what the server answers are one. An address that is new fails
 * here until it has a rule.
 */
final class AccessTableIT {

    /** Filters answer these, not handlers. */
    private static final Set<String> FILTERED =
            Set.of("POST /login", "POST /logout", "GET /static/**", "GET /webjars/**", "GET /error");

    /** Asked for by a year, a name, a number that is none: what is allowed goes no further than to be looked up. */
    private static final String NOTHING = "0";

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
    void hasARuleForEveryAddressAndAnAddressForEveryRule() {
        Set<String> mapped = new TreeSet<>();
        Set<String> broad = new TreeSet<>();
        Set<String> answered = new TreeSet<>();
        mappings().forEach((address, handler) -> {
            answered.add(address);
            if (handler.startsWith("org.mera.")) {
                (address.startsWith("ANY ") ? broad : mapped).add(address);
            }
        });
        Set<String> ruled = new TreeSet<>();
        AccessRules.RULES.forEach(rule -> ruled.add(rule.method() + " " + rule.pattern()));

        assertThat(broad).as("addresses that answer every method").isEmpty();
        assertThat(difference(mapped, ruled)).as("addresses without a rule").isEmpty();
        Set<String> forNothing = difference(ruled, answered);
        forNothing.removeIf(address -> FILTERED.contains(address) || address.startsWith("GET /actuator/"));
        assertThat(forNothing).as("rules without an address").isEmpty();
    }

    @Test
    void answersEachRoleAsTheTableSays() {
        Map<String, String> wrong = new LinkedHashMap<>();
        int asked = 0;
        for (Rule rule : AccessRules.RULES) {
            for (Role role : Role.values()) {
                asked++;
                compare(rule, role, wrong);
            }
            asked++;
            compare(rule, null, wrong);
        }

        assertThat(wrong).isEmpty();
        assertThat(asked).isEqualTo(AccessRules.RULES.size() * (Role.values().length + 1));
        System.out.println("Addresses: " + AccessRules.RULES.size() + ", asked for by everybody: " + asked);
    }

    /** What the table does not name is not there, whoever asks; other methods of known addresses are refused. */
    @Test
    void refusesWhatTheTableDoesNotName() {
        List<String> let = new ArrayList<>();
        Set<String> ruled = new TreeSet<>();
        AccessRules.RULES.forEach(rule -> ruled.add(rule.method() + " " + rule.pattern()));
        for (String pattern :
                new TreeSet<>(AccessRules.RULES.stream().map(Rule::pattern).toList())) {
            for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE)) {
                if (!ruled.contains(method + " " + pattern)) {
                    int status = ask(new Rule(method, pattern, Set.of()), Role.ADMINISTRATOR)
                            .statusCode();
                    if (status != 403) {
                        let.add(method + " " + pattern + ": " + status);
                    }
                }
            }
        }
        for (String path :
                List.of("/actuator", "/actuator/env", "/actuator/heapdump", "/api/v1", "/v3/api-docs", "/nothing")) {
            int status = ask(new Rule(HttpMethod.GET, path, Set.of()), Role.ADMINISTRATOR)
                    .statusCode();
            if (status != 404) {
                let.add(path + ": " + status);
            }
        }

        assertThat(let).isEmpty();
    }

    /** A token has the roles that it was given, and not those of its owner. */
    @Test
    void answersATokenByItsOwnRoles() {
        String secret = server.bean(TokenDesk.class)
                .issue("administrator", "table", EnumSet.of(Role.VIEWER), Duration.ofDays(1))
                .secret();
        List<String> wrong = new ArrayList<>();
        for (Rule rule : AccessRules.RULES) {
            if (isForPrograms(rule)) {
                boolean may = !rule.needsUser() || rule.roles().contains(Role.VIEWER);
                int status = Requests.to(server, path(rule))
                        .bearer(secret)
                        .send(rule.method().name())
                        .statusCode();
                if (may == (status == 403) || status == 401) {
                    wrong.add(rule.method() + " " + rule.pattern() + ": " + status);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** Ways around: a path that is written otherwise is refused or means the same. */
    @Test
    void isNotDeceivedByOtherSpellings() {
        HttpClient viewer = server.as(Role.VIEWER);
        for (String path : List.of(
                "/users/",
                "//users",
                "/users;x=1",
                "/%75sers",
                "/cycles/../users",
                "/cycles/%2e%2e/users",
                "/USERS",
                "/users%00",
                "/api/../users",
                "/login/../users",
                "/static/../users",
                "/static/%2e%2e/mera-server.yaml",
                "/webjars/..%2f..%2fmera-server.yaml")) {
            HttpResponse<String> answer = Requests.to(server, path).in(viewer).get();

            assertThat(answer.statusCode()).as(path).isIn(400, 403, 404);
        }
    }

    private static void compare(Rule rule, @Nullable Role role, Map<String, String> wrong) {
        HttpResponse<String> answer = ask(rule, role);
        String location = answer.headers().firstValue("Location").orElse("");
        boolean toTheDoor = answer.statusCode() == 302 && location.endsWith("/login");
        boolean refused = answer.statusCode() == 403 || answer.statusCode() == 401 || toTheDoor;
        String expected;
        boolean asExpected;
        if (!rule.needsUser() || may(rule, role)) {
            expected = "allowed";
            asExpected = !refused;
        } else if (role != null) {
            expected = "403";
            asExpected = answer.statusCode() == 403;
        } else if (isForPrograms(rule)) {
            expected = "401";
            asExpected = answer.statusCode() == 401;
        } else {
            expected = "302 /login";
            asExpected = toTheDoor;
        }
        if (!asExpected) {
            wrong.put(
                    rule.method() + " " + rule.pattern() + " as " + (role == null ? "a stranger" : role.word()),
                    "expected " + expected + ", was " + answer.statusCode() + " " + location);
        }
    }

    private static boolean may(Rule rule, @Nullable Role role) {
        return role != null
                && (rule.roles().contains(Role.VIEWER) || rule.roles().contains(role));
    }

    private static HttpResponse<String> ask(Rule rule, @Nullable Role role) {
        Requests request = Requests.to(server, path(rule));
        if (isForPrograms(rule)) {
            if (role != null) {
                request.basic(role.word(), RunningServer.PASSWORD);
            }
            return request.header("Content-Type", "application/json")
                    .send(rule.method().name());
        }
        HttpClient browser = role == null ? RunningServer.stranger() : browser(rule, role);
        if (!rule.method().equals(HttpMethod.GET)) {
            request.header("X-CSRF-TOKEN", server.csrf(browser, role == null ? "/login" : "/account"));
        }
        return request.in(browser).send(rule.method().name());
    }

    /** Whoever logs out or in does it in a browser of its own: the others are used again. */
    private static HttpClient browser(Rule rule, Role role) {
        return rule.pattern().startsWith("/log")
                ? server.loggedIn(role.word(), RunningServer.PASSWORD)
                : server.as(role);
    }

    private static boolean isForPrograms(Rule rule) {
        return rule.pattern().startsWith(AccessRules.API) || rule.pattern().startsWith("/actuator");
    }

    private static String path(Rule rule) {
        return rule.pattern()
                .replace("/**", "/mera.css")
                .replace("{*path}", "nothing.pdf")
                .replaceAll("\\{year}", "1999")
                .replaceAll("\\{[^}]+}", NOTHING);
    }

    private static Map<String, String> mappings() {
        Map<String, String> all = new LinkedHashMap<>();
        RequestMappingHandlerMapping mapping =
                server.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        mapping.getHandlerMethods().forEach((info, handler) -> {
            Set<String> methods = new TreeSet<>();
            info.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
            for (String pattern : info.getPatternValues()) {
                for (String method : methods.isEmpty() ? Set.of("ANY") : methods) {
                    all.put(method + " " + pattern, handler.getBeanType().getName());
                }
            }
        });
        return all;
    }

    private static Set<String> difference(Set<String> of, Set<String> without) {
        Set<String> difference = new TreeSet<>(of);
        difference.removeAll(without);
        return difference;
    }
}
