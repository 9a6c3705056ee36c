package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of the configuration keeps a server from starting is said in a line. */
class StartFaultsIT {

    private final Path home;

    StartFaultsIT(@TempDir Path folder) {
        this.home = folder.resolve("home");
    }

    @Test
    void namesThePortThatIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refuses(
                    null,
                    other.getLocalPort(),
                    "the port " + other.getLocalPort()
                            + " is taken by another program, maybe by another mera serve; name another with --port");
        }
    }

    @Test
    void namesAnAddressThatIsNotOfThisComputer() {
        assertThatThrownBy(() -> start("203.0.113.7", 0))
                .isInstanceOf(ServerException.class)
                .hasMessageStartingWith("it cannot listen on 203.0.113.7 (")
                .hasMessageEndingWith("); name an address of this computer with --address");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mera:\\n  server:\\n    four-eyes: perhaps | mera-server.yaml, line 3: mera.server.four-eyes: «perhaps» cannot be used",
                "mera:\\n  server:\\n    for-eyes: true | mera-server.yaml, line 3: there is no setting mera.server.for-eyes",
                "mera:\\n  notify:\\n    recipients: a@example.org | mera-server.yaml, line 3: there is no setting mera.notify.recipients",
                "server:\\n  address: no.such.computer.invalid | mera-server.yaml, line 2: server.address: «no.such.computer.invalid» cannot be used",
                "mera:\\n  notify:\\n    language: de\\n    tries: 11 | mera.notify.language: «de» is no language of messages; use ru or en\\nmera.notify.tries: 11 is out of range; use 1 to 10",
                "mera:\\n  notify:\\n    webhook:\\n      url: nowhere\\n      secret: short | mera.notify.webhook.url: «nowhere» is no address; write it like https://example.org/mera\\nmera.notify.webhook.secret: too short; give at least 16 characters, which the receiver knows too",
                "server:\\n  ssl:\\n    certificate: file:/no/example.crt\\n    certificate-private-key: file:/no/example.key | a file that mera-server.yaml names cannot be read: /no/example.crt (No such file or directory)",
                "sever:\\n  port: 8081\\n  address: 127.0.0.2 | mera-server.yaml, line 2: there is no group sever, did you mean server?",
                "mera:\\n  sever.url: https://example.org/ | mera-server.yaml, line 2: there is no group mera.sever, did you mean mera.server?",
                "mera.patience: 5m | mera-server.yaml, line 1: there is no group mera.patience",
                "mera: [ | mera-server.yaml, line 1: expected the node content, but found '<stream end>'"
            })
    void namesTheLineThatCannotBeUsed(String file, String said) throws IOException {
        configure(file.replace("\\n", "\n"));

        refuses(null, 0, said.replace("\\n", "\n"));
    }

    @Test
    void namesAnIssuerThatDoesNotAnswer() throws IOException {
        configure(
                """
                spring.security.oauth2.client:
                  registration.agency: {client-id: mera, client-secret: example, scope: openid}
                  provider.agency.issuer-uri: "https://issuer.example.invalid/"
                """);

        assertThatThrownBy(() -> start(null, 0))
                .isInstanceOf(ServerException.class)
                .hasMessageStartingWith("the issuer of OpenID Connect does not answer (")
                .hasMessageContaining("https://issuer.example.invalid/")
                .hasMessageEndingWith("); see spring.security.oauth2 in mera-server.yaml");
    }

    @Test
    void namesAPortThatIsNone() throws IOException {
        configure("server.port: eighty");

        refuses(null, null, "«eighty» in mera-server.yaml or in the environment cannot be used: it is no Integer");
    }

    @Test
    void asksForUtf8() throws IOException {
        Files.createDirectories(home);
        Files.writeString(home.resolve("mera-server.yaml"), "# Пример", Charset.forName("windows-1251"));

        assertThatThrownBy(() -> start(null, 0))
                .isInstanceOf(ServerException.class)
                .hasMessageStartingWith("mera-server.yaml cannot be read (")
                .hasMessageEndingWith("); save it as UTF-8");
    }

    @Test
    void knowsWhetherPasswordsCanBeReadOnTheWay() throws IOException {
        try (WebServer server = start(null, 0)) {
            assertThat(server.isOpenUnencrypted()).isFalse();
            assertThat(server.listensEverywhere()).isFalse();
        }
        try (WebServer server = start("0.0.0.0", 0)) {
            assertThat(server.isOpenUnencrypted()).isTrue();
            assertThat(server.listensEverywhere()).isTrue();
        }
        try (WebServer server = start("0:0:0:0:0:0:0:0", 0)) {
            assertThat(server.listensEverywhere()).isTrue();
            assertThat(server.url()).startsWith("http://127.0.0.1:");
        }
        configure("mera.server.url: https://rating.example.org/");
        try (WebServer server = start("0.0.0.0", 0)) {
            assertThat(server.isOpenUnencrypted()).isFalse();
        }
    }

    @Test
    void takesAGroupThatHasNothingInIt() throws IOException {
        configure("mera:\nserver:\n  tomcat:\nlogging.level.org.mera: info\n");

        try (WebServer server = start(null, 0)) {
            assertThat(server.url()).startsWith("http://127.0.0.1:");
        }
    }

    private void configure(String text) throws IOException {
        Files.createDirectories(home);
        Files.writeString(home.resolve("mera-server.yaml"), text);
    }

    private void refuses(@Nullable String address, @Nullable Integer port, String said) {
        assertThatThrownBy(() -> start(address, port))
                .isInstanceOf(ServerException.class)
                .hasMessage(said);
    }

    private WebServer start(@Nullable String address, @Nullable Integer port) {
        return WebServer.start(home, address, port, List.of());
    }
}
