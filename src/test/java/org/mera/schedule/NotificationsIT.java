package org.mera.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.audit.JdbcAuditLog;
import org.mera.batch.BatchApplicationOnTestDatabase;
import org.mera.batch.EndedRun;
import org.mera.batch.RunSummary;
import org.mera.batch.RunSummary.Outcome;
import org.mera.batch.ServerRuns;
import org.mera.database.TestDatabase;
import org.mera.schedule.NotifySettings.When;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** E-mails to a real mail server and messages to a real receiver. */
class NotificationsIT {

    private static final String SECRET = "Пример-секрет-017";

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static ServerRuns runs;

    private final GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<Map.Entry<String, String>> received = new LinkedBlockingQueue<>();
    private HttpServer receiver;

    @BeforeAll
    static void open(@TempDir Path home) {
        runs = BatchApplicationOnTestDatabase.open(home, DATABASE);
    }

    @AfterAll
    static void closeAll() {
        try (DATABASE) {
            runs.close();
        }
    }

    @BeforeEach
    void start() throws IOException {
        mailServer.start();
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/mera", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(Map.entry(exchange.getRequestHeaders().getFirst("X-Mera-Signature"), body));
            Integer answer = answers.poll();
            exchange.sendResponseHeaders(answer == null ? 204 : answer, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
        mailServer.stop();
    }

    @Test
    void tellByMailInRussian() throws Exception {
        try (Notifications notifications =
                notifications(When.BOTH, mail("ru", mailServer.getSmtp().getPort()))) {
            notifications.ended(completed());
        }

        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("Мера, цикл 2025: запуск 17 завершён");
        assertThat(mail.getFrom()[0]).hasToString("mera@mera.example");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("operator@mera.example");
        assertThat(text(mail))
                .isEqualTo(
                        """
                        Мера, цикл 2025: запуск 17 завершён

                        Редакция 3: в реестре 12, сдали 11, принято 10, отклонено 1, с предупреждениями 4, в рейтинге 9.
                        Длительность: 0 ч 2 мин 5 с
                        Подробнее: https://mera.example/cycles/2025/runs/17
                        """);
    }

    @Test
    void tellByMailInEnglishOfWhatFailed() throws Exception {
        try (Notifications notifications =
                notifications(When.FAILED, mail("en", mailServer.getSmtp().getPort()))) {
            notifications.ended(completed());
            notifications.ended(
                    new EndedRun(18, 2025, true, summary(Outcome.FAILED), "stopped by operator", Duration.ofHours(25)));
        }

        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("Mera, cycle 2025: run 18 was stopped");
        assertThat(text(mail))
                .isEqualTo(
                        """
                        Mera, cycle 2025: run 18 was stopped

                        Revision 3: registered 12, handed in 11, accepted 10, rejected 1, with warnings 4, ranked 9.
                        It took 25 h 0 min 0 s.
                        Cause: stopped by operator
                        See https://mera.example/cycles/2025/runs/18
                        """);
    }

    @Test
    void tellAProgramAndSignIt() throws Exception {
        try (Notifications notifications = notifications(When.BOTH, webhook())) {
            notifications.ended(completed());
        }

        Map.Entry<String, String> message = received.remove();
        assertThat(message.getValue())
                .isEqualTo("{\"event\":\"completed\",\"at\":\"2026-06-01T12:00:00Z\",\"year\":2025,\"run\":17,"
                        + "\"seconds\":125,\"message\":\"\",\"address\":\"https://mera.example/cycles/2025/runs/17\","
                        + "\"revision\":3,\"counts\":{\"registered\":12,\"handedIn\":11,\"accepted\":10,\"rejected\":1,"
                        + "\"warned\":4,\"withdrawn\":0,\"ranked\":9},\"failedChunks\":0}");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(message.getKey())
                .isEqualTo("sha256="
                        + HexFormat.of()
                                .formatHex(mac.doFinal(message.getValue().getBytes(StandardCharsets.UTF_8))));
        assertThat(received).isEmpty();
    }

    @Test
    void tellAProgramOfARunThatBrokeOff() {
        try (Notifications notifications = notifications(When.FAILED, webhook())) {
            notifications.ended(new EndedRun(19, 2025, false, null, "ERROR: out of sorts", Duration.ofSeconds(1)));
        }

        assertThat(received.remove().getValue())
                .isEqualTo("{\"event\":\"failed\",\"at\":\"2026-06-01T12:00:00Z\",\"year\":2025,\"run\":19,"
                        + "\"seconds\":1,\"message\":\"ERROR: out of sorts\","
                        + "\"address\":\"https://mera.example/cycles/2025/runs/19\"}");
    }

    @Test
    void tryAgainWhereThatMayHelp() {
        answers.addAll(List.of(503, 429));
        try (Notifications notifications = notifications(When.BOTH, webhook())) {
            notifications.ended(completed());
        }

        assertThat(received).hasSize(3);
        assertThat(List.copyOf(received).stream().distinct()).hasSize(1);
        assertThat(untold(17)).isEmpty();
    }

    @Test
    void giveUpAtOnceWhereItDoesNotAndSayItOnce() {
        answers.add(401);
        try (Notifications notifications = notifications(When.BOTH, webhook())) {
            notifications.ended(new EndedRun(41, 2025, false, null, "", Duration.ZERO));
        }

        assertThat(received).hasSize(1);
        assertThat(untold(41)).containsExactly("not told by webhook: it answered with status 401");
    }

    @Test
    void harmNothingWhereTheMailServerIsAway() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        try (Notifications notifications = notifications(When.BOTH, mail("ru", nobody), webhook())) {
            notifications.ended(new EndedRun(42, 2025, false, summary(Outcome.UNCHANGED), "", Duration.ZERO));
        }

        assertThat(received.remove().getValue()).startsWith("{\"event\":\"unchanged\",");
        assertThat(untold(42))
                .singleElement()
                .asString()
                .startsWith("not told by e-mail: Mail server connection failed");
    }

    @Test
    void letNoRunWait() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        Messenger waiting = new Messenger() {
            @Override
            public String name() {
                return "slow";
            }

            @Override
            public void tell(News news) {
                try {
                    assertThat(slow.await(60, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        try (Notifications notifications = notifications(When.BOTH, waiting, webhook())) {
            notifications.ended(completed());
            assertThat(received).isEmpty();
            slow.countDown();
        }
        assertThat(received).hasSize(1);
    }

    private static Notifications notifications(When when, Messenger... messengers) {
        return new Notifications(
                settings(when),
                List.of(messengers),
                new RunAddresses(new MockEnvironment().withProperty("mera.server.url", "https://mera.example/")),
                runs.context().getBean(JdbcAuditLog.class),
                new TransactionTemplate(runs.context().getBean(PlatformTransactionManager.class)),
                new SetClock("2026-06-01T12:00:00.123456789Z"));
    }

    private static NotifySettings settings(When when) {
        return new NotifySettings(
                when,
                "ru",
                new NotifySettings.Mail(List.of(), ""),
                new NotifySettings.Webhook("", "", Duration.ofSeconds(10)),
                3,
                Duration.ofMillis(20));
    }

    private static Messenger mail(String language, int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.setDefaultEncoding("UTF-8");
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("messages.web-schedule");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        words.setAlwaysUseMessageFormat(true);
        return new MailMessenger(
                sender,
                new NotifySettings.Mail(List.of("operator@mera.example"), "mera@mera.example"),
                new NewsText(words, Locale.forLanguageTag(language)));
    }

    private Messenger webhook() {
        return new WebhookMessenger(new NotifySettings.Webhook(
                "http://127.0.0.1:" + receiver.getAddress().getPort() + "/mera", SECRET, Duration.ofSeconds(10)));
    }

    private MimeMessage onlyMail() {
        assertThat(mailServer.getReceivedMessages()).hasSize(1);
        return mailServer.getReceivedMessages()[0];
    }

    /** {@return what it says} Whether its last line has an end is a matter of how it was packed. */
    private static String text(MimeMessage mail) throws Exception {
        return mail.getContent().toString().replace("\r\n", "\n").stripTrailing() + "\n";
    }

    private static List<String> untold(long run) {
        return new ArrayList<>(runs.context()
                .getBean(JdbcClient.class)
                .sql("select after from audit_entry where year = 0 and act = 'notify' and subject = :subject")
                .param("subject", "run " + run)
                .query(String.class)
                .list());
    }

    private static EndedRun completed() {
        return new EndedRun(17, 2025, false, summary(Outcome.COMPLETED), "", Duration.ofSeconds(125));
    }

    private static RunSummary summary(Outcome outcome) {
        return new RunSummary(
                2025,
                3,
                outcome,
                12,
                11,
                10,
                1,
                4,
                9,
                0,
                0,
                12,
                12,
                9,
                9,
                List.of(),
                List.of(),
                1,
                4,
                Map.of(),
                Path.of("out"),
                List.of(),
                Duration.ofSeconds(125),
                List.of());
    }
}
