package org.mera.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.access.Role;

/** What files and people say is shown as text, whatever it says: no page of the console takes it for a part of itself. */
@InABrowser
final class HostileTextIT {

    private static final String COMPANY = "9759150304";

    @TempDir
    private static Path folder;

    private static RunningServer server;
    private static Browser browser;

    @BeforeAll
    static void serve() throws IOException {
        server = RunningServer.start(folder);
        browser = Browser.open();
        ServedYear.handIn(server);
        Path experts = server.inbox().resolve("experts");
        change(server.inbox().resolve("companies.csv"), ISO_8859_1, line -> {
            String[] fields = line.split(";", -1);
            fields[1] = field("name");
            fields[2] = field("industry");
            fields[3] = field("region");
            return String.join(";", fields);
        });
        change(
                experts.resolve("tables.csv"),
                UTF_8,
                line -> line.replace("Д4 п. 15;;", "Д4 п. 15 " + bare("evidence") + ";" + bare("note") + ";"));
        change(
                experts.resolve("documents.csv"),
                UTF_8,
                line -> line.replace("Антикоррупционная политика", field("title")));
        ServedYear.run(server);
        server.post(
                server.as(Role.COMMITTEE),
                "/cycles/2025/decisions",
                "/cycles/2025/decisions",
                Map.of(
                        "company", COMPANY,
                        "criterion", "1",
                        "column", "3",
                        "score", "0,5",
                        "reason", text("reason"),
                        "protocol", text("protocol"),
                        "date", "2026-06-01"));
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

    /** In each line of the company. */
    private static void change(Path file, Charset charset, UnaryOperator<String> change) throws IOException {
        String changed = Files.readString(file, charset)
                .lines()
                .map(line -> line.contains(COMPANY) ? change.apply(line) : line)
                .collect(Collectors.joining("\r\n", "", "\r\n"));
        Files.writeString(file, changed, charset);
    }

    /** {@return what would show itself wherever it is taken for HTML, a script or an attribute} */
    private static String text(String where) {
        return "\"'><script>document.body.innerHTML='" + where + "'</script><img src=none-" + where
                + " onerror=document.body.innerHTML='" + where + "'>${70707*7}";
    }

    private static String field(String where) {
        return '"' + text(where).replace("\"", "\"\"") + '"';
    }

    /** Without what would have to be quoted. */
    private static String bare(String where) {
        return text(where).replace("\"", "");
    }

    @Test
    void isTextOnEveryPageInBothLanguages() {
        SoftAssertions softly = new SoftAssertions();
        Page page = browser.as(server, Role.COMMITTEE, "ru", 1280);
        page.onDialog(dialog -> {
            softly.fail(page.url() + " asks " + dialog.message());
            dialog.dismiss();
        });
        String year = "/cycles/2025";
        Map<String, List<String>> shown = Map.of(
                "/cycles",
                List.of(),
                year,
                List.of(),
                year + "/ranking",
                List.of("name", "industry"),
                year + "/ranking?q=" + COMPANY,
                List.of("name"),
                year + "/company?id=" + COMPANY,
                List.of("name", "industry", "region", "evidence", "note", "title"),
                year + "/problems?company=" + COMPANY,
                List.of(),
                year + "/verification",
                List.of(),
                year + "/decisions",
                List.of("reason", "protocol"),
                year + "/approval",
                List.of(),
                "/log",
                List.of());
        for (String language : List.of("ru", "en")) {
            shown.forEach((address, marks) -> {
                page.navigate(address + (address.contains("?") ? "&" : "?") + "lang=" + language);
                page.waitForLoadState();
                String seen = page.innerText("main");
                marks.forEach(mark -> softly.assertThat(page.textContent("main"))
                        .as(address)
                        .contains("document.body.innerHTML='" + mark + "'"));
                softly.assertThat(page.querySelectorAll("main script:not([src^='/']), img[src^=none]"))
                        .as(address)
                        .isEmpty();
                softly.assertThat(seen).as(address).doesNotContain("494949").isNotBlank();
            });
        }
        softly.assertThat(browser.complaints()).isEmpty();
        softly.assertAll();
    }

    @Test
    void isTextInTheAnswersOfTheApi() {
        assertThat(server.api(Role.VIEWER, "GET", "/api/v1/cycles/2025/companies/" + COMPANY, ""))
                .satisfies(answer -> assertThat(
                                answer.headers().firstValue("Content-Type").orElseThrow())
                        .startsWith("application/json"))
                .satisfies(answer -> assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                        .hasValue("nosniff"))
                .satisfies(answer -> assertThat(answer.body()).contains("innerHTML='name'", "innerHTML='evidence'"));
    }
}
