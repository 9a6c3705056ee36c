package org.mera.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mera.access.Role;

/**
 * A real browser that a test drives: the system's Chromium without a window. Whatever a page complains of (a script's error, a refusal by the content
 * security policy, a file that is not found) is kept in {@link #complaints()}.
 */
final class Browser implements AutoCloseable {

    /** Nothing is fetched besides what a test asks for, and root may start it too. */
    private static final List<String> QUIETLY = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium");

    /** Long enough for two busy cores. */
    private static final int PATIENCE = 30_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** {@return the program} What the environment names as {@code MERA_CHROMIUM}, and nothing else where it does; else the system's. */
    static Optional<Path> found() {
        String named = System.getenv("MERA_CHROMIUM");
        return (named == null || named.isEmpty() ? PLACES : List.of(named))
                .stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    static Browser open() {
        Path program = found().orElseThrow(() -> new IllegalStateException("there is no browser: " + PLACES));
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            return new Browser(
                    playwright,
                    playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(program)
                                    .setArgs(QUIETLY)
                                    .setHeadless(true)));
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    /** {@return a page of somebody who has not logged in, with cookies of its own} */
    Page stranger(RunningServer server, String language, int width) {
        BrowserContext person = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(server.uri("/").toString())
                .setLocale(language)
                .setTimezoneId("Europe/Moscow")
                .setViewportSize(width, 900)
                .setAcceptDownloads(true));
        person.setDefaultTimeout(PATIENCE);
        Page page = person.newPage();
        page.onConsoleMessage(message -> heard(page, message));
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    /** {@return a page of the user with this role, logged in by the form} */
    Page as(RunningServer server, Role role, String language, int width) {
        return loggedIn(server, role.word(), language, width);
    }

    /** {@return a page of a user of the server, logged in by the form} */
    Page loggedIn(RunningServer server, String name, String language, int width) {
        Page page = stranger(server, language, width);
        page.navigate("/login");
        page.fill("#username", name);
        page.fill("#password", RunningServer.PASSWORD);
        page.click("main button");
        page.waitForURL(address -> !address.contains("/login"));
        return page;
    }

    private void heard(Page page, ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(page.url() + ": " + message.text());
        }
    }

    /** {@return what pages complained of since the last call} */
    List<String> complaints() {
        List<String> heard = List.copyOf(complaints);
        complaints.clear();
        return heard;
    }

    @Override
    public void close() {
        try (playwright) {
            browser.close();
        }
    }
}
