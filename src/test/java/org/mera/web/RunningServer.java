package org.mera.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mera.access.Role;
import org.mera.access.User;
import org.mera.batch.BatchApplicationOnTestDatabase;
import org.mera.batch.UserDesk;
import org.mera.cycle.JobFile;
import org.mera.database.TestDatabase;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * The console of a home on a fresh database of real PostgreSQL, on a port that was free, with a user for each role: its name is the role's word, and
 * {@link #PASSWORD} its password. The job {@code annual-rating} reads {@code inbox} and writes {@code out} below {@link #folder()}.
 */
final class RunningServer implements AutoCloseable {

    static final String PASSWORD = "Пример-пароль-017";

    private static final Pattern TOKEN =
            Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");

    private final Path folder;
    private final TestDatabase database;
    private final WebServer server;
    private final Map<Role, HttpClient> people = new EnumMap<>(Role.class);

    private RunningServer(Path folder, TestDatabase database, WebServer server) {
        this.folder = folder;
        this.database = database;
        this.server = server;
    }

    /**
     * Serves a home whose inbox is empty.
     *
     * @param folder where home, inbox and outputs are to be
     */
    static RunningServer start(Path folder) {
        return start(folder, "");
    }

    /**
     * Serves a home whose inbox is empty.
     *
     * @param besides what the job file says besides
     */
    static RunningServer start(Path folder, String besides) {
        try {
            Path home = Files.createDirectories(folder.resolve("home"));
            Files.createDirectories(folder.resolve("inbox"));
            Path job = Files.writeString(
                    folder.resolve("annual-rating.yaml"),
                    """
                    name: annual-rating
                    methodology: anti-corruption-rating
                    year: 2025
                    inbox: inbox
                    out: out
                    cutoff: 2026-05-31
                    language: ru
                    """
                            + besides);
            TestDatabase database = TestDatabase.create();
            WebServer server = WebServer.start(
                    BatchApplicationOnTestDatabase.open(home, database), null, 0, List.of(JobFile.load(job)));
            RunningServer running = new RunningServer(folder, database, server);
            // Weak, as it is for tests: a strong one takes a quarter of a second.
            String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
            for (Role role : Role.values()) {
                running.bean(UserDesk.class).save(new User(role.word(), "", hash, false, true, Set.of(role)));
            }
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    Path inbox() {
        return folder.resolve("inbox");
    }

    Path outputs() {
        return folder.resolve("out").resolve("2025");
    }

    TestDatabase database() {
        return database;
    }

    <T> T bean(Class<T> type) {
        return server.bean(type);
    }

    <T> T bean(String name, Class<T> type) {
        return server.bean(name, type);
    }

    URI uri(String path) {
        return URI.create(server.url()).resolve(path);
    }

    /** {@return somebody's browser without a session} It follows no redirection. */
    static HttpClient stranger() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** {@return the browser of the user with this role, who has logged in} */
    HttpClient as(Role role) {
        return people.computeIfAbsent(role, each -> loggedIn(each.word(), PASSWORD));
    }

    /** {@return a browser in which a user has logged in} */
    HttpClient loggedIn(String name, String password) {
        HttpClient client = stranger();
        HttpResponse<String> answer = post(client, "/login", "/login", Map.of("username", name, "password", password));
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("error")) {
            throw new IllegalStateException("cannot log in as " + name + ": " + answer.statusCode());
        }
        return client;
    }

    HttpResponse<String> get(HttpClient client, String path) {
        return send(client, HttpRequest.newBuilder(uri(path)).GET().build());
    }

    HttpResponse<String> get(Role role, String path) {
        return get(as(role), path);
    }

    HttpResponse<InputStream> download(Role role, String path) {
        try {
            return as(role).send(HttpRequest.newBuilder(uri(path)).GET().build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * Sends a form.
     *
     * @param page where the form stands: its protection against forged requests is taken from there
     */
    HttpResponse<String> post(HttpClient client, String page, String path, Map<String, String> fields) {
        String body = "_csrf=" + encoded(csrf(client, page))
                + fields.entrySet().stream()
                        .map(field -> "&" + encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining());
        return send(
                client,
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    /** {@return what a page's form carries against forged requests} */
    String csrf(HttpClient client, String page) {
        Matcher found = TOKEN.matcher(get(client, page).body());
        if (!found.find()) {
            throw new IllegalStateException(page + " has no form with a token");
        }
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    /** {@return what the API answers a program of the user with this role} */
    HttpResponse<String> api(Role role, String method, String path, String json) {
        String login = role.word() + ":" + PASSWORD;
        return send(
                HttpClient.newHttpClient(),
                HttpRequest.newBuilder(uri(path))
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try (database) {
            server.close();
        }
    }
}
