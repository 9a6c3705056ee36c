package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever happens to an inbox from one run to the next, the outputs are those of a home that never saw another, and just those companies are
 * assessed whose own records changed. All sequences are made up; run with {@code -Dmera.full=true} there are many more.
 */
class OnlyWhatChangedIT {

    private static final int COMPANIES = 11;
    private static final int CHANGES = 12;

    private final RatingHome home;
    private final RatingHome fresh;

    OnlyWhatChangedIT(@TempDir Path folder, @TempDir Path freshFolder) {
        home = new RatingHome(folder).chunkSize(3);
        fresh = new RatingHome(freshFolder).chunkSize(100);
    }

    @AfterEach
    void close() {
        home.close();
        fresh.close();
    }

    static IntStream seeds() {
        return IntStream.range(1, Boolean.getBoolean("mera.full") ? 41 : 4);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void assessesJustThoseWhoseOwnRecordsChangedAndWritesWhatAFreshHomeWrites(int seed) throws Exception {
        MovingInbox inbox = new MovingInbox(new Random(seed), COMPANIES);
        Map<String, String> before = Map.of();
        SortedMap<String, String> textsBefore = new TreeMap<>();
        StringBuilder story = new StringBuilder("seed " + seed);
        for (int i = 0; i <= CHANGES; i++) {
            story.append("; ").append(i == 0 ? "begun" : inbox.change());
            SortedMap<String, String> own = inbox.ownRecords();
            Map<String, String> earlier = before;
            long changed = own.entrySet().stream()
                    .filter(company -> !company.getValue().equals(earlier.get(company.getKey())))
                    .count();
            fill(home, inbox.texts());

            RunSummary summary = home.run();

            // Shuffled, or gone back to, an inbox may be what it was.
            assertThat(summary.messages())
                    .as(story.toString())
                    .isEqualTo(
                            inbox.texts().equals(textsBefore)
                                    ? List.of("All outputs were verified: they are what was sealed")
                                    : List.of());
            assertThat(summary.companies()).as(story.toString()).isEqualTo(own.size());
            assertThat((long) summary.reassessed()).as(story.toString()).isEqualTo(changed);
            assertThat(reproducible(home)).as(story.toString()).isEqualTo(afresh(inbox.texts()));
            before = own;
            textsBefore = inbox.texts();
        }
    }

    private SortedMap<String, String> afresh(SortedMap<String, String> texts) throws SQLException {
        try (Connection connection = fresh.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    do $$
                    declare
                        name text;
                    begin
                        for name in select tablename from pg_tables
                                    where schemaname = current_schema() and tablename not like 'flyway%'
                                      and tablename <> 'audit_entry' loop
                            execute 'truncate ' || quote_ident(name) || ' cascade';
                        end loop;
                    end $$
                    """);
        }
        delete(fresh.out());
        fill(fresh, texts);
        assertThat(fresh.run().revision()).isEqualTo(1);
        return reproducible(fresh);
    }

    /** The manifest names the revision, which counts the changes. */
    private static SortedMap<String, String> reproducible(RatingHome home) {
        SortedMap<String, String> outputs = home.outputs();
        assertThat(outputs.remove("manifest.json")).isNotNull();
        return outputs;
    }

    private static void fill(RatingHome home, SortedMap<String, String> texts) {
        delete(home.inbox());
        texts.forEach(home::write);
    }

    private static void delete(Path folder) {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
