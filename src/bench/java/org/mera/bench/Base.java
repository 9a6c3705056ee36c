package org.mera.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * The least that PostgreSQL itself must do: COPY of all files of Tables and documents into logged, unindexed text tables, and one statement that
 * sums and ranks.
 */
final class Base {

    private static final List<String> TABLE = List.of(
            "inn",
            "year",
            "assessor",
            "expert",
            "final",
            "criterion",
            "c3",
            "c3_evidence",
            "c3_note",
            "c4",
            "c4_evidence",
            "c4_note",
            "c5",
            "c5_evidence",
            "c5_note",
            "c6",
            "c6_evidence",
            "c6_note",
            "directions",
            "sum");
    private static final List<String> DOCUMENTS =
            List.of("inn", "assessor", "document", "kind", "title", "number", "date", "issuer", "url", "year");

    private static final String RANKING =
            """
            create table ranking as
            select inn, total, rank() over (order by total desc)
            from (
                select inn, sum(replace(c3, ',', '.')::numeric + replace(c4, ',', '.')::numeric
                              + replace(c5, ',', '.')::numeric + replace(c6, ',', '.')::numeric) as total
                from tables
                group by inn
            ) totals
            """;

    private final Server server;
    private final Inbox inbox;

    Base(Server server, Inbox inbox) {
        this.server = server;
        this.inbox = inbox;
    }

    /** {@return seconds by so many connections} */
    double seconds(int connections) throws Exception {
        return server.inFreshDatabase("bench_base", url -> {
            server.execute(
                    url,
                    "create table tables (" + textColumns(TABLE) + ")",
                    "create table documents (" + textColumns(DOCUMENTS) + ")",
                    "checkpoint");
            long begun = System.nanoTime();
            copyAll(url, connections);
            server.execute(url, RANKING);
            return Benchmark.secondsSince(begun);
        });
    }

    private void copyAll(String url, int connections) throws Exception {
        List<Path> files = inbox.files();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Future<?>> copies = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int share = i;
                copies.add(threads.submit(() -> {
                    copy(url, files, share, connections);
                    return null;
                }));
            }
            for (Future<?> one : copies) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("COPY failed", e.getCause());
        } finally {
            threads.shutdown();
        }
    }

    private void copy(String url, List<Path> files, int share, int shares) throws IOException, SQLException {
        try (Connection connection = server.connect(url)) {
            for (int i = share; i < files.size(); i += shares) {
                Path file = files.get(i);
                String table = Benchmark.name(file).startsWith("tables") ? "tables" : "documents";
                try (InputStream in = Files.newInputStream(file)) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(CsvHead.of(file).copyInto(table), in, 1 << 16);
                }
            }
        }
    }

    private static String textColumns(List<String> columns) {
        return columns.stream().map(column -> "\"" + column + "\" text").collect(Collectors.joining(", "));
    }
}
