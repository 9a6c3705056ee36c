package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mera.access.Role;
import org.mera.batch.RunDesk;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** Nobody is offered in the browser what he or she may not do, and who sends it all the same is refused. */
@InABrowser
class RefusedActsIT {

    /** Links that begin a download or leave the session; they are tried elsewhere. */
    private static final Pattern NO_PAGE = Pattern.compile(".*(/files/.*|/report|/log|\\.csv|\\.zip|\\.json)(\\?.*)?$");

    private static final int MOST_PAGES = 80;

    /** The addresses of the forms and of the links of the page that is shown. */
    private static final String OFFERED =
            """
            () => [
                ...[...document.querySelectorAll('form')].filter(form => form.method !== 'dialog')
                    .map(form => form.method.toUpperCase() + ' ' + new URL(form.action).pathname),
                ...[...document.querySelectorAll('button[formaction]')].map(button => 'POST ' + new URL(button.formAction).pathname),
                ...[...document.querySelectorAll('[hx-get]')].map(element => new URL(element.getAttribute('hx-get'), document.baseURI))
                    .map(to => 'GET ' + to.pathname + to.search),
                ...[...document.querySelectorAll('a[href]')].map(link => new URL(link.href)).filter(to => to.origin === location.origin)
                    .map(to => 'GET ' + to.pathname + to.search)
            ]
            """;

    private static final String SEND =
            """
            async address => {
                const token = document.querySelector('meta[name=csrf]');
                const answer = await fetch(address, {method: 'POST', redirect: 'manual', headers: {[token.dataset.header]: token.content}});
                return answer.status;
            }
            """;

    @TempDir
    private static Path folder;

    private static RunningServer server;
    private static Browser browser;

    @BeforeAll
    static void start() {
        server = RunningServer.start(folder);
        ServedYear.handIn(server);
        ServedYear.runWithoutReports(server);
        browser = Browser.open();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void offersNobodyWhatIsNotHis(Role role) {
        Page page = browser.as(server, role, "en", 1280);
        Map<String, String> refused = new TreeMap<>();
        Set<String> seen = new TreeSet<>(Set.of("/cycles"));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty() && seen.size() < MOST_PAGES) {
            String at = open.remove();
            Response answer = page.navigate(at);
            assertThat(answer.status()).as("%s for the %s", at, role.word()).isLessThan(400);
            for (String offer : offers(page)) {
                String[] parts = offer.split(" ", 2);
                if (!isAllowed(role, parts[0], URI.create(parts[1]).getRawPath())) {
                    refused.put(offer, at);
                } else if (parts[0].equals("GET") && !NO_PAGE.matcher(parts[1]).matches() && isNew(parts[1], seen)) {
                    seen.add(parts[1]);
                    open.add(parts[1]);
                }
            }
        }
        page.context().close();

        assertThat(refused).as("what a page offers the %s", role.word()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void refusesWhatIsSentAllTheSame(Role role) {
        Page page = browser.as(server, role, "en", 1280);
        page.navigate("/account");
        Map<String, Integer> answers = new TreeMap<>();
        Map<String, Integer> wanted = new TreeMap<>();
        for (Rule rule : AccessRules.RULES) {
            if (rule.method().equals(HttpMethod.POST)
                    && !rule.pattern().startsWith(AccessRules.API)
                    && !isAllowed(role, rule)) {
                String address = address(rule.pattern());
                answers.put(address, ((Number) page.evaluate(SEND, address)).intValue());
                wanted.put(address, 403);
            }
        }
        page.context().close();

        assertThat(answers).isEqualTo(wanted);
        assertThat(server.bean(RunDesk.class).live()).isEmpty();
    }

    @Test
    void saysWhoMayInsteadOfThePage() {
        Page page = browser.as(server, Role.VIEWER, "ru", 1280);

        Response answer = page.navigate("/users");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(page.textContent("h1")).isEqualTo("Нет права на это действие");
        page.context().close();
    }

    @Test
    void sendsStrangersToTheDoorAndBack() {
        Page page = browser.stranger(server, "en", 1280);
        page.navigate("/cycles/2025/ranking?page=1");
        assertThat(page.url()).contains("/login");

        page.fill("#username", Role.VIEWER.word());
        page.fill("#password", RunningServer.PASSWORD);
        page.click("main button");
        page.waitForURL(address -> !address.contains("/login"));

        assertThat(URI.create(page.url()).getPath()).isEqualTo("/cycles/2025/ranking");
        page.context().close();
    }

    private static List<String> offers(Page page) {
        return page.evaluate(OFFERED) instanceof List<?> offers
                ? offers.stream().map(Object::toString).toList()
                : List.of();
    }

    /** Pages of a list and languages of a page are one page here. */
    private static boolean isNew(String address, Set<String> seen) {
        String path = URI.create(address).getPath();
        boolean isList = address.contains("?") && !address.contains("id=");
        return !seen.contains(address)
                && (!isList
                        || seen.stream()
                                .noneMatch(known -> URI.create(known).getPath().equals(path)));
    }

    private static boolean isAllowed(Role role, String method, String path) {
        PathContainer container = PathContainer.parsePath(path);
        return AccessRules.RULES.stream()
                .filter(rule -> rule.method().name().equals(method))
                .filter(rule ->
                        PathPatternParser.defaultInstance.parse(rule.pattern()).matches(container))
                .findFirst()
                .filter(rule -> isAllowed(role, rule))
                .isPresent();
    }

    /** Every user is a viewer too. */
    private static boolean isAllowed(Role role, Rule rule) {
        return rule.roles().isEmpty()
                || rule.roles().contains(role)
                || rule.roles().contains(Role.VIEWER);
    }

    private static String address(String pattern) {
        return pattern.replace("{year}", "2025")
                .replace("{id}", "1")
                .replace("/jobs/{name}", "/jobs/annual-rating")
                .replace("{name}", "expert");
    }
}
