package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.access.Role;
import org.mera.methodology.Methodologies;
import org.mera.sample.SampleInbox;
import org.mera.sample.SampleOptions;
import org.mera.schedule.DateOutcome;
import org.mera.schedule.LastDate;
import org.mera.schedule.ScheduleDesk;
import org.mera.schedule.ScheduledJob;

/** A whole server that runs its job by itself, shows that, and tells of it as its configuration says. */
class ScheduledServerIT {

    private static final long PATIENCE = 180_000_000_000L;

    @Test
    void runsTheJobShowsItAndTellsOfIt(@TempDir Path folder) throws Exception {
        new SampleInbox()
                .write(
                        folder.resolve("inbox"),
                        new SampleOptions(2, 2025, 1, 0),
                        Methodologies.bundled("anti-corruption-rating"),
                        done -> {});
        GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(
                folder.resolve("home").resolve("mera-server.yaml"),
                """
                spring:
                  mail:
                    host: 127.0.0.1
                    port: %d
                mera:
                  server:
                    url: http://mera.example/
                  notify:
                    when: finished
                    mail:
                      to: operator@mera.example
                      from: mera@mera.example
                """
                        .formatted(mailServer.getSmtp().getPort()));
        String schedule = "schedule:\n  cron: \"0 0 3 * * *\"\n  zone: UTC\n  missed: run\n";

        try (RunningServer server = RunningServer.start(folder, schedule)) {
            ZonedDateTime next = Objects.requireNonNull(job(server).nextInZone());
            assertThat(server.get(Role.OPERATOR, "/cycles?lang=en").body())
                    .contains(
                            "<code>0 0 3 * * *</code> <span>UTC</span>; <span>a missed date is made up for</span>",
                            shown(next),
                            "none yet");

            // As if it had been away for two days.
            try (Connection connection = server.database().connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("update scheduled_job set since = since - interval '2 days'");
            }
            long run = awaitRun(server);

            assertThat(server.get(Role.OPERATOR, "/cycles?lang=en").body())
                    .contains(
                            "<span class=\"state completed\">completed</span>",
                            "<a href=\"/cycles/2025/runs/" + run + "\">run " + run + "</a>",
                            shown(next.minusDays(1)),
                            shown(next));
            assertThat(server.get(Role.VIEWER, "/cycles?lang=ru").body())
                    .contains("Следующий срок", "пропущенный срок навёрстывается", ">завершён</span>");
            assertThat(mailServer.waitForIncomingEmail(60_000, 1)).isTrue();
            assertThat(mailServer.getReceivedMessages()[0].getSubject())
                    .isEqualTo("Мера, цикл 2025: запуск " + run + " завершён");
            assertThat(mailServer.getReceivedMessages()[0].getContent().toString())
                    .contains("http://mera.example/cycles/2025/runs/" + run);
        } finally {
            mailServer.stop();
        }
    }

    private static String shown(ZonedDateTime date) {
        return ">" + date.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)) + "</time>";
    }

    private static ScheduledJob job(RunningServer server) {
        return server.bean(ScheduleDesk.class).jobs().get(0);
    }

    private static long awaitRun(RunningServer server) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < until) {
            LastDate last = job(server).last();
            if (last != null && last.outcome() == DateOutcome.COMPLETED) {
                return Objects.requireNonNull(last.run());
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The job does not run by itself");
    }
}
