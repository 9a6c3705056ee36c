package org.mera.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser who has logged in. */
final class Reader {

    private static final Pattern TOKEN = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]+)\"");
    private static final Pattern NEEDED =
            Pattern.compile("<(?:link [^>]*href|script [^>]*src)=\"([^\"]+\\.(?:css|js|svg))\"");

    private final String url;
    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    private Reader(String url) {
        this.url = url;
    }

    static Reader loggedIn(String url, String name) throws IOException, InterruptedException {
        Reader reader = new Reader(url);
        String body = "username=" + name + "&password="
                + URLEncoder.encode(ConsoleProcess.PASSWORD, StandardCharsets.UTF_8) + "&_csrf="
                + URLEncoder.encode(reader.token("/login"), StandardCharsets.UTF_8);
        HttpResponse<Void> answer = reader.browser.send(
                reader.request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.discarding());
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("login")) {
            throw new IllegalStateException(name + " cannot log in: " + answer);
        }
        return reader;
    }

    /** Reads an address to its end. {@return how many bytes came, as they were sent} */
    long read(String address) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = browser.send(
                request(address).header("Accept-Encoding", "gzip").GET().build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answers " + answer.statusCode());
        }
        return answer.body().length;
    }

    /** {@return how many bytes a page brings that is opened for the first time, with its styles, scripts and pictures} */
    long firstLoad(String page) throws IOException, InterruptedException {
        long bytes = read(page);
        Matcher needed = NEEDED.matcher(text(page));
        while (needed.find()) {
            bytes += read(needed.group(1));
        }
        return bytes;
    }

    /** Does an act that a page offers. */
    void send(String address, String page) throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.send(
                request(address)
                        .header("X-CSRF-TOKEN", token(page))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() >= 400) {
            throw new IOException(address + " answers " + answer.statusCode() + ": " + answer.body());
        }
    }

    private String token(String page) throws IOException, InterruptedException {
        Matcher found = TOKEN.matcher(text(page));
        if (!found.find()) {
            throw new IOException(page + " has no token");
        }
        return found.group(1);
    }

    private String text(String page) throws IOException, InterruptedException {
        return browser.send(request(page).GET().build(), BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(url).resolve(address)).timeout(Duration.ofSeconds(60));
    }
}
