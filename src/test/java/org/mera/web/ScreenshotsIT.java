package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mera.access.Role;
import org.mera.access.User;
import org.mera.batch.StartedRun;
import org.mera.batch.UserDesk;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page in both languages and at two widths, after a run: it is there, nothing sticks out, nothing is too pale, nothing lacks words, and the
 * browser has nothing to complain of. The pictures are in {@code target/screenshots}, to be looked at.
 */
@InABrowser
class ScreenshotsIT {

    private static final Path PICTURES = Path.of("target/screenshots");
    private static final String EVERYTHING = "chair";

    /** What is answered with something else than a page. */
    private static final Set<String> NO_PAGES = Set.of(
            "/",
            "/api/openapi.json",
            "/cycles/{year}/live",
            "/cycles/{year}/chunks",
            "/cycles/{year}/runs/{id}/log",
            "/cycles/{year}/company/report",
            "/cycles/{year}/problems.csv",
            "/cycles/{year}/reports.zip",
            "/cycles/{year}/files/{*path}");

    @TempDir
    private static Path folder;

    private static RunningServer server;
    private static Browser browser;
    private static String audit = "";

    /** The pages: what they are mapped to, and addresses of it by the name of the picture. */
    private static Map<String, Map<String, String>> pages = Map.of();

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.start(folder);
        User viewer = server.bean(UserDesk.class).user(Role.VIEWER.word()).orElseThrow();
        server.bean(UserDesk.class)
                .save(new User(
                        EVERYTHING, "Пример-Председатель", viewer.password(), false, true, Set.of(Role.values())));
        ServedYear.handIn(server);
        StartedRun run = ServedYear.run(server);
        pages = pages(run.id(), firstCompany("ranking.csv", 1), firstCompany("problems.csv", 2));
        audit = Files.readString(Path.of("src/test/resources/look/audit.js"), StandardCharsets.UTF_8);
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

    private static Map<String, Map<String, String>> pages(long run, String ranked, String faulty) {
        String year = "/cycles/2025";
        Map<String, Map<String, String>> pages = new TreeMap<>();
        pages.put("/cycles", Map.of("cycles", "/cycles"));
        pages.put("/cycles/{year}", Map.of("cycle", year));
        pages.put("/cycles/{year}/runs", Map.of("runs", year + "/runs"));
        pages.put("/cycles/{year}/runs/{id}", Map.of("run", year + "/runs/" + run));
        pages.put(
                "/cycles/{year}/ranking",
                Map.of("ranking", year + "/ranking", "ranking-nothing", year + "/ranking?q=nobody-is-called-so"));
        pages.put(
                "/cycles/{year}/company",
                Map.of("company", year + "/company?id=" + ranked, "company-faulty", year + "/company?id=" + faulty));
        pages.put("/cycles/{year}/problems", Map.of("problems", year + "/problems"));
        pages.put("/cycles/{year}/reports", Map.of("reports", year + "/reports"));
        pages.put("/cycles/{year}/verification", Map.of("verification", year + "/verification"));
        pages.put("/cycles/{year}/decisions", Map.of("decisions", year + "/decisions"));
        pages.put("/cycles/{year}/approval", Map.of("approval", year + "/approval"));
        pages.put("/log", Map.of("log", "/log"));
        pages.put("/check", Map.of("check", "/check"));
        pages.put("/inbox/{year}", Map.of("inbox", "/inbox/2025"));
        pages.put("/account", Map.of("account", "/account"));
        pages.put("/account/password", Map.of("password", "/account/password"));
        pages.put("/account/tokens", Map.of("tokens", "/account/tokens"));
        pages.put("/users", Map.of("users", "/users"));
        pages.put("/users/{name}", Map.of("user", "/users/expert"));
        pages.put("/api", Map.of("api", "/api"));
        return pages;
    }

    /** {@return the company of the first line of an output that has one} */
    private static String firstCompany(String file, int column) throws IOException {
        return Files.readAllLines(server.outputs().resolve(file), StandardCharsets.UTF_8).stream()
                .skip(1)
                .map(line -> line.split(",", -1)[column])
                .filter(company -> company.matches("[0-9]{10,12}"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void knowsEveryPage() {
        Set<String> known = new TreeSet<>(pages.keySet());
        known.addAll(NO_PAGES);
        known.add("/login");

        assertThat(mapped()).isSubsetOf(known);
    }

    @ParameterizedTest
    @CsvSource({"ru,1280", "ru,360", "en,1280", "en,360"})
    void showsEveryPage(String language, int width) {
        SoftAssertions softly = new SoftAssertions();
        Page page = browser.stranger(server, language, width);
        for (String login : List.of("login", "login?error")) {
            softly.assertThat(faults(page, login.replace('?', '-'), "/" + login, 200, language, width))
                    .as(login)
                    .isEmpty();
        }
        page.context().close();

        page = browser.loggedIn(server, EVERYTHING, language, width);
        softly.assertThat(faults(page, "missing", "/cycles/1999", 404, language, width))
                .as("missing")
                .isEmpty();
        Set<String> mapped = mapped();
        for (Map.Entry<String, Map<String, String>> mapping : pages.entrySet()) {
            if (mapped.contains(mapping.getKey())) {
                for (Map.Entry<String, String> address : mapping.getValue().entrySet()) {
                    softly.assertThat(faults(page, address.getKey(), address.getValue(), 200, language, width))
                            .as("%s in %s at %d px", address.getValue(), language, width)
                            .isEmpty();
                }
            }
        }
        page.context().close();
        softly.assertAll();
    }

    /** The menu of a narrow screen and the question before an act cover what is below them. */
    @Test
    void opensTheMenu() {
        Page page = browser.loggedIn(server, EVERYTHING, "ru", 360);
        assertThat(page.isVisible(".main-nav")).isFalse();

        page.click("button.menu");

        assertThat(page.isVisible(".main-nav")).isTrue();
        picture(page, "menu-ru-360");
        page.context().close();
    }

    private static List<String> faults(Page page, String name, String address, int status, String language, int width) {
        List<String> faults = new ArrayList<>();
        browser.complaints();
        Response answer = page.navigate(address);
        if (answer.status() != status) {
            faults.add("answers " + answer.status());
        }
        if (!language.equals(page.getAttribute("html", "lang"))) {
            faults.add("is in " + page.getAttribute("html", "lang"));
        }
        Object found = page.evaluate(audit);
        if (found instanceof List<?> sentences) {
            sentences.forEach(sentence -> faults.add(sentence.toString()));
        }
        browser.complaints().stream().filter(complaint -> status == 200).forEach(faults::add);
        picture(page, name + "-" + language + "-" + width);
        return faults;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** {@return the addresses that are read and belong to us, without the API} */
    private static Set<String> mapped() {
        Set<String> mapped = new TreeSet<>();
        server.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (handler.getBeanType().getName().startsWith("org.mera.")
                            && mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                        mapping.getPatternValues().stream()
                                .filter(pattern -> !pattern.startsWith(AccessRules.API))
                                .forEach(mapped::add);
                    }
                });
        return mapped;
    }
}
