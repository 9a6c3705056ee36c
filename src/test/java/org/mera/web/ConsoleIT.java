package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.access.Role;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

final class ConsoleIT {

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
    void asksStrangersToLogIn() {
        HttpClient stranger = RunningServer.stranger();

        assertThat(server.get(stranger, "/login").statusCode()).isEqualTo(200);
        HttpResponse<String> cycles = server.get(stranger, "/cycles");
        assertThat(cycles.statusCode()).isEqualTo(302);
        assertThat(cycles.headers().firstValue("Location"))
                .isEqualTo(Optional.of(server.uri("/login").toString()));
        assertThat(server.get(stranger, "/api/v1/cycles").statusCode()).isEqualTo(401);
    }

    @Test
    void letsUsersIn() {
        assertThat(server.get(Role.VIEWER, "/").headers().firstValue("Location"))
                .isEqualTo(Optional.of(server.uri("/cycles").toString()));
    }

    @Test
    void refusesAWrongPassword() {
        HttpResponse<String> answer = server.post(
                RunningServer.stranger(),
                "/login",
                "/login",
                Map.of("username", "viewer", "password", "not the password"));

        assertThat(answer.headers().firstValue("Location"))
                .isEqualTo(Optional.of(server.uri("/login?error").toString()));
    }

    @Test
    void hasNothingAtAddressesThatNoRuleNames() {
        assertThat(server.get(Role.ADMINISTRATOR, "/nothing-of-ours").statusCode())
                .isEqualTo(404);
    }

    @Test
    void checksTheAuditLogForOneAtATime() throws InterruptedException {
        LogPages pages = server.bean(LogPages.class);
        pages.checking.acquire();
        try {
            assertThat(server.get(Role.VIEWER, "/log?check=true").body())
                    .contains("Цепочку прямо сейчас проверяют для кого-то другого. Повторите через минуту.");
        } finally {
            pages.checking.release();
        }
        assertThat(server.get(Role.VIEWER, "/log?check=true").body()).contains("notice good");
    }

    @Test
    void hasARuleForEveryAddress() {
        RequestMappingHandlerMapping mappings =
                server.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        TreeSet<String> unruled = new TreeSet<>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            if (!handler.getBeanType().getName().startsWith("org.mera.")) {
                return;
            }
            List<String> methods = info.getMethodsCondition().getMethods().stream()
                    .map(Enum::name)
                    .toList();
            for (String pattern : info.getPatternValues()) {
                for (String method : methods.isEmpty() ? List.of("any method of") : methods) {
                    if (AccessRules.RULES.stream()
                            .noneMatch(rule -> rule.method().equals(HttpMethod.valueOf(method))
                                    && rule.pattern().equals(pattern))) {
                        unruled.add(method + " " + pattern);
                    }
                }
            }
        });

        assertThat(unruled.stream().collect(Collectors.joining("\n"))).isEmpty();
    }
}
