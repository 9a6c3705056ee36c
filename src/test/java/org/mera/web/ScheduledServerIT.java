package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.access.Role;
import org.mera.methodology.Methodologies;
import org.mera.sample.SampleInbox;
import org.mera.sample.SampleOptions;
import org.mera.schedule.DateOutcome;
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
                    url: https://mera.example/
                  notify:
                    mail:
                      to: operator@mera.example
                      from: mera@mera.example
                """
                        .formatted(mailServer.getSmtp().getPort()));
        // Far enough for the server to be up then.
        ZonedDateTime date = ZonedDateTime.now(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS)
                .plusSeconds(30);
        String schedule = "schedule:\n  cron: \"%d %d %d * * *\"\n  zone: UTC\n"
                .formatted(date.getSecond(), date.getMinute(), date.getHour());

        try (RunningServer server = RunningServer.start(folder, schedule)) {
            assertThat(server.get(Role.OPERATOR, "/cycles?lang=en").body())
                    .contains(">annual-rating</th>", "a missed date is skipped", shown(date), "none yet");

            long run = awaitRun(server);

            assertThat(server.get(Role.OPERATOR, "/cycles?lang=en").body())
                    .contains(
                            "<span class=\"state completed\">completed</span>",
                            "<a href=\"/cycles/2025/runs/" + run + "\">run " + run + "</a>",
                            shown(date),
                            shown(date.plusDays(1)));
            assertThat(server.get(Role.VIEWER, "/cycles?lang=ru").body())
                    .contains("Следующий срок", "пропущенный срок не навёрстывается", ">завершён</span>");
            assertThat(mailServer.waitForIncomingEmail(60_000, 1)).isTrue();
            assertThat(mailServer.getReceivedMessages()[0].getSubject())
                    .isEqualTo("Мера, цикл 2025: запуск " + run + " завершён");
            assertThat(mailServer.getReceivedMessages()[0].getContent().toString())
                    .contains("https://mera.example/cycles/2025/runs/" + run);
        } finally {
            mailServer.stop();
        }
    }

    private static String shown(ZonedDateTime date) {
        return ">" + date.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)) + "</time>";
    }

    private static long awaitRun(RunningServer server) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < until) {
            List<ScheduledJob> jobs = server.bean(ScheduleDesk.class).jobs();
            if (jobs.get(0).last() != null && jobs.get(0).last().outcome() == DateOutcome.COMPLETED) {
                return jobs.get(0).last().run();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The job does not run by itself");
    }
}
