package org.mera.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Requests as somebody sends them who does not use the pages as they are meant. */
final class Requests {

    private final HttpRequest.Builder request;
    private HttpClient client = HttpClient.newHttpClient();

    private Requests(URI address) {
        request = HttpRequest.newBuilder(address);
    }

    static Requests to(RunningServer server, String path) {
        // Taken as it is: resolving it would make it decent.
        String here = server.uri("/").toString();
        return new Requests(URI.create(here.substring(0, here.length() - 1) + path));
    }

    Requests in(HttpClient browser) {
        client = browser;
        return this;
    }

    Requests header(String name, String value) {
        request.header(name, value);
        return this;
    }

    Requests basic(String name, String password) {
        return header(
                "Authorization",
                "Basic "
                        + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    Requests bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    HttpResponse<String> get() {
        return send(request.GET().build());
    }

    HttpResponse<String> form(String fields) {
        return send(request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))
                .build());
    }

    HttpResponse<String> send(String method) {
        return send(request.method(method, BodyPublishers.noBody()).build());
    }

    private HttpResponse<String> send(HttpRequest built) {
        try {
            return client.send(built, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
