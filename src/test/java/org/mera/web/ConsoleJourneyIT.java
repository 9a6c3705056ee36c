package org.mera.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.mera.access.Role;
import org.mera.access.User;
import org.mera.batch.UserDesk;
import org.mera.methodology.Methodologies;
import org.mera.sample.SampleInbox;
import org.mera.sample.SampleOptions;

/**
 * A year from its first run to its approval, led in the browser by those who lead it. Each test goes on where the one before has ended. Companies are
 * held up in the database, so that there is something to see while they are checked.
 */
@InABrowser
@TestMethodOrder(OrderAnnotation.class)
class ConsoleJourneyIT {

    private static final int COMPANIES = 12;
    private static final String CHAIR = "chair";
    private static final LocatorAssertions.IsVisibleOptions LONG =
            new LocatorAssertions.IsVisibleOptions().setTimeout(120_000);

    @TempDir
    private static Path folder;

    private static RunningServer server;
    private static Browser browser;

    /** The one whose Table the database refuses at first. */
    private static String refused = "";

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.start(folder);
        new SampleInbox()
                .write(
                        server.inbox(),
                        new SampleOptions(COMPANIES, ServedYear.YEAR, 17, 0),
                        Methodologies.bundled("anti-corruption-rating"),
                        written -> {});
        refused = Files.readAllLines(server.inbox().resolve("companies.csv"), StandardCharsets.ISO_8859_1).stream()
                .map(line -> line.split("[;,\t]", -1)[0])
                .filter(company -> company.matches("[0-9]{10,12}"))
                .sorted()
                .skip(4)
                .findFirst()
                .orElseThrow();
        User committee = server.bean(UserDesk.class).user(Role.COMMITTEE.word()).orElseThrow();
        server.bean(UserDesk.class)
                .save(new User(CHAIR, "", committee.password(), false, true, Set.of(Role.COMMITTEE)));
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

    @Test
    @Order(1)
    void showsARunAsItGoesOnAndTheChunkThatFails() throws SQLException {
        execute("create function hold_up() returns trigger language plpgsql as"
                + " 'begin perform pg_sleep(1); if new.company = ''" + refused
                + "'' then raise exception ''out of sorts''; end if; return new; end'");
        execute("create trigger hold_up before insert on submission for each row execute function hold_up()");
        Page page = browser.as(server, Role.OPERATOR, "en", 1280);
        page.navigate("/cycles");

        act(page, "form[action='/jobs/annual-rating/run'] button");

        page.navigate("/cycles/2025");
        assertThat(page.locator("#live h2 .state.running")).isVisible(LONG);
        assertThat(page.locator("#live .step.completed progress").first()).isVisible(LONG);
        assertThat(page.locator("#chunks ol .chunk.running").first()).isVisible(LONG);
        // Nobody has loaded the page again: it has done so itself.
        assertThat(page.locator("#chunks article.failed-chunk")).isVisible(LONG);
        assertThat(page.locator("#chunks article.failed-chunk")).containsText(refused);
        assertThat(page.locator("#chunks article.failed-chunk .cause")).containsText("out of sorts");
        assertThat(page.locator("#live h2 .state")).hasText("failed");
        done(page);
    }

    @Test
    @Order(2)
    void rerunsWhatHasFailed() throws SQLException {
        execute("drop trigger hold_up on submission");
        Page page = browser.as(server, Role.OPERATOR, "en", 1280);
        page.navigate("/cycles/2025");

        act(page, "#chunks article.failed-chunk form[action='/cycles/2025/rerun'] button");

        awaitCompleted(page);
        assertThat(page.locator("#chunks ol .chunk.failed")).hasCount(0);
        page.navigate("/cycles/2025/ranking");
        assertThat(page.locator("table.grid tbody tr")).hasCount(COMPANIES);
        done(page);
    }

    @Test
    @Order(3)
    void downloadsTheFilesByteByByte() throws IOException {
        Page page = browser.as(server, Role.VIEWER, "ru", 1280);
        page.navigate("/cycles/2025/reports");

        assertSame(page, "a[href$='/files/committee-report.pdf']", "committee-report.pdf");
        assertSame(page, "a[href$='/files/ranking.xlsx']", "ranking.xlsx");
        assertSame(page, "a[href$='/company/report?id=" + refused + "']", "companies/" + refused + ".pdf");

        Download all = page.waitForDownload(() ->
                page.locator("a[href$='/cycles/2025/reports.zip']").first().click());
        Map<String, byte[]> papers = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(all.path()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                papers.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertThat(papers).hasSize(COMPANIES + 1);
        for (Map.Entry<String, byte[]> paper : papers.entrySet()) {
            assertThat(paper.getValue())
                    .as(paper.getKey())
                    .isEqualTo(Files.readAllBytes(server.outputs().resolve(paper.getKey())));
        }
        done(page);
    }

    @Test
    @Order(4)
    void checksAFileAndKeepsNothingOfIt() throws IOException {
        Path file = Files.writeString(
                folder.resolve("Пример-017.csv"),
                "ИНН;Наименование;Отрасль;Регион;Участие\n7700000000;Пример-017;Банки;Регион-01;очный\n",
                StandardCharsets.UTF_8);
        List<String> before = inbox();
        Page page = browser.as(server, Role.EXPERT, "en", 1280);
        page.navigate("/check");
        page.setInputFiles("#files", file);

        page.click("form[action='/check'] button.primary");

        assertThat(page.locator("table.problems tbody")).containsText("bad-inn");
        page.setInputFiles("#files", file);
        Download returned = page.waitForDownload(() -> page.click("button[formaction='/check/returned']"));
        assertThat(Files.readString(returned.path(), StandardCharsets.UTF_8)).contains("7700000000", "Пример-017");
        assertThat(Files.readAllLines(returned.path(), StandardCharsets.UTF_8)).hasSize(2);
        assertThat(inbox()).isEqualTo(before);
        done(page);
    }

    @Test
    @Order(5)
    void entersADecisionThatTheNextRunTakesIn() throws IOException {
        Page page = browser.as(server, Role.COMMITTEE, "en", 1280);
        page.navigate("/cycles/2025/decisions");
        page.fill("#company", refused);
        page.fill("#criterion", "7");
        page.selectOption("#column", "5");
        page.selectOption("#score", scoreOtherThan(page));
        page.fill("#reason", "Пример-основание");
        page.fill("#protocol", "№ 1");
        page.fill("#date", "2026-06-01");
        page.click("form[action='/cycles/2025/decisions/check'] button.primary");
        assertThat(page.locator("#checked")).containsText(refused);

        act(page, "#checked form[action='/cycles/2025/decisions'] button");

        page.navigate("/cycles/2025/decisions");
        assertThat(page.locator("main")).containsText("Пример-основание");
        done(page);

        byte[] before = Files.readAllBytes(server.outputs().resolve("ranking.json"));
        Page operator = browser.as(server, Role.OPERATOR, "en", 1280);
        operator.navigate("/cycles/2025");
        act(operator, ".head form[action='/cycles/2025/rerun'] button");
        awaitCompleted(operator);
        assertThat(Files.readAllBytes(server.outputs().resolve("ranking.json"))).isNotEqualTo(before);
        done(operator);
    }

    @Test
    @Order(6)
    void letsAnotherApproveThanTheOneWhoDecided() {
        Page decider = browser.as(server, Role.COMMITTEE, "en", 1280);
        decider.navigate("/cycles/2025/approval");
        decider.fill("#protocol", "№ 2 of 02.06.2026");
        act(decider, "form[action='/cycles/2025/approval'] button.primary");
        assertThat(decider.locator(".notice.bad").first()).isVisible();
        done(decider);

        Page chair = browser.loggedIn(server, CHAIR, "en", 1280);
        chair.navigate("/cycles/2025/approval");
        chair.fill("#protocol", "№ 2 of 02.06.2026");
        act(chair, "form[action='/cycles/2025/approval'] button.primary");
        chair.navigate("/cycles/2025");
        awaitCompleted(chair);
        chair.navigate("/cycles/2025/approval");
        assertThat(chair.locator(".state.approved").first()).isVisible(LONG);
        assertThat(chair.locator("main")).containsText("№ 2 of 02.06.2026");

        chair.navigate("/log");
        assertThat(chair.locator("main")).containsText(CHAIR);
        assertThat(chair.locator("main")).containsText(Role.COMMITTEE.word());
        done(chair);
    }

    /** Presses a button, says yes to what is asked, and waits for the page that is the answer. */
    private static void act(Page page, String button) {
        page.locator(button).first().click();
        AtomicBoolean answered = new AtomicBoolean();
        Consumer<Frame> listener = frame -> answered.set(true);
        page.onFrameNavigated(listener);
        page.click("#confirm button[data-yes]");
        page.waitForCondition(answered::get);
        page.offFrameNavigated(listener);
        page.waitForLoadState();
    }

    private static void awaitCompleted(Page page) {
        PlaywrightAssertions.assertThat(page.locator("#live h2 .state.completed"))
                .isVisible(LONG);
    }

    private static void assertSame(Page page, String link, String file) throws IOException {
        Download download =
                page.waitForDownload(() -> page.locator(link).first().click());
        assertThat(Files.readAllBytes(download.path()))
                .as(file)
                .isEqualTo(Files.readAllBytes(server.outputs().resolve(file)));
        assertThat(download.suggestedFilename())
                .endsWith(Path.of(file).getFileName().toString());
    }

    /** {@return a score that the cell does not have} The expert's is in the company's Table. */
    private static String scoreOtherThan(Page page) {
        Locator scores = page.locator("#score option");
        return scores.last().getAttribute("value");
    }

    private static List<String> inbox() throws IOException {
        try (var files = Files.walk(server.inbox())) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    /** The browser has had nothing to complain of. */
    private static void done(Page page) {
        page.context().close();
        assertThat(browser.complaints()).isEmpty();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
