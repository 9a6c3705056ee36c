package org.mera.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small issuer of OpenID Connect: it lets in whom the test names, and signs what it says. */
final class Issuer implements AutoCloseable {

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey told;
    private Map<String, Object> claims = Map.of();
    private String nonce = "";

    private Issuer(HttpServer server, RSAKey key, RSAKey told) {
        this.server = server;
        this.key = key;
        this.told = told;
    }

    /** @param honest whether it signs with the key that it publishes */
    static Issuer start(boolean honest) throws IOException, JOSEException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        RSAKey key = new RSAKeyGenerator(2048).keyID("one").generate();
        RSAKey told = honest ? key : new RSAKeyGenerator(2048).keyID("one").generate();
        Issuer issuer = new Issuer(server, key, told);
        server.createContext("/.well-known/openid-configuration", issuer::configuration);
        server.createContext("/authorize", issuer::authorize);
        server.createContext("/token", issuer::token);
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(told).toString()));
        server.start();
        return issuer;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Says who comes next. */
    void comes(Map<String, Object> claims) {
        this.claims = claims;
    }

    private void configuration(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"], "scopes_supported": ["openid", "profile"]}
                """
                        .formatted(url()));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = new HashMap<>();
        for (String part : List.of(exchange.getRequestURI().getRawQuery().split("&", -1))) {
            String[] pair = part.split("=", 2);
            asked.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        nonce = asked.getOrDefault("nonce", "");
        exchange.getResponseHeaders()
                .add("Location", asked.get("redirect_uri") + "?code=once&state=" + asked.get("state"));
        answer(exchange, 302, "");
    }

    private void token(HttpExchange exchange) throws IOException {
        Instant now = Instant.now();
        JWTClaimsSet.Builder said = new JWTClaimsSet.Builder()
                .issuer(url())
                .subject("subject-017")
                .audience("mera")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", nonce);
        claims.forEach(said::claim);
        SignedJWT signed = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(told.getKeyID()).build(), said.build());
        try {
            signed.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IOException(e);
        }
        answer(
                exchange,
                200,
                "{\"access_token\": \"x\", \"token_type\": \"Bearer\", \"expires_in\": 300, \"id_token\": \""
                        + signed.serialize() + "\"}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
