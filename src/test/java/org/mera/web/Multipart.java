package org.mera.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.mera.access.Role;

/** A form with files, as browsers and programs send it. */
final class Multipart {

    private static final String BOUNDARY = "----boundary-017";

    private final List<HttpRequest.BodyPublisher> parts = new ArrayList<>();

    Multipart field(String name, String value) {
        parts.add(text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                + "\r\n"));
        return this;
    }

    Multipart file(String name, String content) {
        return file(name, BodyPublishers.ofString(content));
    }

    Multipart file(String name, byte[] content) {
        return file(name, BodyPublishers.ofByteArray(content));
    }

    Multipart file(String name, Path content) {
        try {
            return file(name, BodyPublishers.ofFile(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Multipart file(String name, HttpRequest.BodyPublisher content) {
        parts.add(text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                + name.replace("\"", "%22") + "\"\r\nContent-Type: text/csv\r\n\r\n"));
        parts.add(content);
        parts.add(text("\r\n"));
        return this;
    }

    private static HttpRequest.BodyPublisher text(String text) {
        return BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends it by a page's form. */
    HttpResponse<byte[]> post(RunningServer server, Role role, String page, String path, String... headers) {
        HttpClient client = server.as(role);
        field("_csrf", server.csrf(client, page));
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Accept", "text/html"));
        return send(client, server, path, all.toArray(String[]::new));
    }

    /** Sends it to the API. */
    HttpResponse<byte[]> postToApi(RunningServer server, Role role, String path, String... headers) {
        String login = role.word() + ":" + RunningServer.PASSWORD;
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Authorization");
        all.add("Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        return send(HttpClient.newHttpClient(), server, path, all.toArray(String[]::new));
    }

    HttpResponse<byte[]> send(HttpClient client, RunningServer server, String path, String... headers) {
        List<HttpRequest.BodyPublisher> all = new ArrayList<>(parts);
        all.add(text("--" + BOUNDARY + "--\r\n"));
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(all.toArray(HttpRequest.BodyPublisher[]::new)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** {@return what stands for so many bytes of one pattern in a file} */
    static Path large(Path file, String begin, String pattern, long size) throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        while (block.size() < 1 << 20) {
            block.writeBytes(pattern.getBytes(StandardCharsets.UTF_8));
        }
        try (var out = Files.newOutputStream(file)) {
            out.write(begin.getBytes(StandardCharsets.UTF_8));
            for (long written = 0; written < size; written += block.size()) {
                out.write(block.toByteArray());
            }
        }
        return file;
    }
}
