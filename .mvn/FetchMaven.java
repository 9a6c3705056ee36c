import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Fetches a file where neither curl nor wget is installed: {@code java FetchMaven.java URL FILE}. For mvnw, which checks the file's hash. */
final class FetchMaven {

    private FetchMaven() {}

    public static void main(String[] args) throws Exception {
        URI source = URI.create(args[0]);
        Path target = Path.of(args[1]);
        if ("file".equals(source.getScheme())) {
            Files.copy(Path.of(source), target);
            return;
        }
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(30))
                .build();
        HttpResponse<InputStream> response =
                client.send(HttpRequest.newBuilder(source).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                System.err.println("FetchMaven: " + source + " answered " + response.statusCode());
                System.exit(1);
            }
            Files.copy(body, target);
        }
    }
}
