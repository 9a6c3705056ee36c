package org.mera.schedule;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells news to a program: JSON by HTTP POST, signed so that the program knows who sent it. */
final class WebhookMessenger implements Messenger {

    /** {@code sha256=} and the HMAC-SHA256 of the body by the secret, in hex. */
    static final String SIGNATURE = "X-Mera-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    /** Answers after which another try may work, beside those from 500 on. */
    private static final Set<Integer> TRY_AGAIN = Set.of(408, 425, 429);

    private final NotifySettings.Webhook settings;
    private final HttpClient client;

    WebhookMessenger(NotifySettings.Webhook settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public void tell(News news) {
        byte[] body = NewsJson.of(news).getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.url()))
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header(SIGNATURE, "sha256=" + signature(body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        int status = send(request);
        if (status < 200 || status > 299) {
            throw new UntoldException(
                    "it answered with status " + status, status >= 500 || TRY_AGAIN.contains(status), null);
        }
    }

    private int send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new UntoldException("it cannot be reached (" + reason + ")", true, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UntoldException("the server is being stopped", false, e);
        }
    }

    private String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }
}
