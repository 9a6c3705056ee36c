package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.access.Role;
import org.mera.batch.RatingDesk;
import org.mera.batch.RunDesk;
import org.mera.company.Company;

/** Whoever reads while a run goes on sees what was published before it, or what it has published: never a mixture, and never a failure. */
final class ReadsDuringRunIT {

    @TempDir
    private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void publish() throws IOException {
        server = RunningServer.start(folder);
        Path inbox = Path.of("jobs", "annual-rating");
        try (Stream<Path> files = Files.walk(inbox)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = server.inbox().resolve(inbox.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        RatingPagesIT.run(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void tellOfOneRevisionThroughout() throws IOException {
        Company company = server.bean(RatingDesk.class)
                .of(2025)
                .orElseThrow()
                .ranking()
                .companies()
                .get(0)
                .company();
        List<String> pages = List.of(
                "/cycles/2025/ranking?lang=en",
                "/cycles/2025/company?lang=en&id=" + company.id(),
                "/cycles/2025/problems?lang=en",
                "/cycles/2025/verification?lang=en",
                "/cycles/2025/files/ranking.csv",
                "/cycles/2025/problems.csv?severity=warning&lang=en");
        Map<String, String> before = read(pages);
        // Everybody is assessed again: what is current moves under the readers' feet.
        changeEveryTable();

        RunDesk runs = server.bean(RunDesk.class);
        runs.rerun(2025);
        Map<String, List<String>> during = new TreeMap<>();
        while (runs.live(2025).isPresent()) {
            read(pages).forEach((page, body) -> during.computeIfAbsent(page, any -> new ArrayList<>())
                    .add(body));
        }
        Map<String, String> after = read(pages);

        assertThat(after.get(pages.get(1))).isNotEqualTo(before.get(pages.get(1)));
        assertThat(during).hasSize(pages.size());
        during.forEach((page, bodies) -> assertThat(bodies).as(page).allSatisfy(body -> assertThat(body)
                .isIn(before.get(page), after.get(page))));
        assertThat(during.get(pages.get(1))).contains(before.get(pages.get(1)));
    }

    /** Other clauses are cited: what every company handed in is another, and its scores are the same. */
    private static void changeEveryTable() throws IOException {
        try (Stream<Path> files = Files.walk(server.inbox())) {
            for (Path file : files.filter(each -> each.toString().contains("table"))
                    .filter(Files::isRegularFile)
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                String text = new String(bytes, StandardCharsets.ISO_8859_1);
                Files.write(file, text.replace(". 2", ". 12").getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static Map<String, String> read(List<String> pages) {
        Map<String, String> read = new LinkedHashMap<>();
        for (String page : pages) {
            HttpResponse<String> answer = server.get(Role.VIEWER, page);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            read.put(page, answer.body().replaceAll("(name=\"_csrf\"[^>]*value|content)=\"[^\"]*\"", ""));
        }
        return read;
    }
}
