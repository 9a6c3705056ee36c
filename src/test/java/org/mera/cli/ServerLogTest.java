package org.mera.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.batch.Acting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ServerLogTest {

    private static final Logger log = LoggerFactory.getLogger("пример");

    @TempDir
    private Path home;

    @Test
    void writesJsonWithRunAndUserAndEachRunsLinesIntoItsOwnFile() throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-03-12T10:20:30Z"), ZoneOffset.UTC);
        try (RunLog server = RunLog.beginServer(home, clock)) {
            assertThat(server.file()).isEqualTo(home.resolve("logs").resolve("serve-20260312-102030.log"));
            log.info("of no run");
            Acting.as("пример-оператор", () -> {
                Acting.logging("run-2025-a.log", () -> {
                    MDC.put("run", "7");
                    log.info("of run {}", 7);
                    MDC.remove("run");
                    return true;
                });
            });
            Acting.logging("run-2024-b.log", () -> {
                log.warn("of another", new IllegalStateException("сбой"));
                return true;
            });
        }

        assertThat(lines("run-2025-a.log")).singleElement().asString().endsWith("пример: of run 7");
        assertThat(lines("run-2024-b.log"))
                .anyMatch(line -> line.endsWith("пример: of another"))
                .anyMatch(line -> line.equals("java.lang.IllegalStateException: сбой"));
        List<JsonNode> entries = lines("serve-20260312-102030.log").stream()
                .map(JsonMapper.builder().build()::readTree)
                .toList();
        assertThat(entries)
                .extracting(
                        entry -> entry.get("level").asString(),
                        entry -> entry.get("formattedMessage").asString(),
                        entry -> mdc(entry))
                .containsExactly(
                        tuple("INFO", "of no run", "{}"),
                        tuple("INFO", "of run 7", "{log=run-2025-a.log, run=7, user=пример-оператор}"),
                        tuple("WARN", "of another", "{log=run-2024-b.log}"));
        assertThat(entries.get(2).get("throwable").get("message").asString()).isEqualTo("сбой");
        try (Stream<Path> files = Files.list(home.resolve("logs"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("run-2024-b.log", "run-2025-a.log", "serve-20260312-102030.log");
        }
    }

    private static String mdc(JsonNode entry) {
        Map<String, String> said = new TreeMap<>();
        entry.get("mdc")
                .propertyNames()
                .forEach(name -> said.put(name, entry.get("mdc").get(name).asString()));
        return said.toString();
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(home.resolve("logs").resolve(name));
    }
}
