package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.company.Inn;
import org.mera.cycle.Chunk;
import org.mera.cycle.JdbcChunks;
import org.mera.cycle.JdbcRevisions;

/** As many chunks as there may be, one file with everything, thousands of tiny files: the counts agree, and the outputs are the same. */
class ManyChunksIT {

    /** Every tenth company has a score off the scale. */
    private static final int REJECTED_SHARE = 10;

    private final RatingHome home;

    ManyChunksIT(@TempDir Path folder) {
        home = new RatingHome(folder);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void doesAsManyChunksAsThereMayBe() {
        home.write("companies.csv", register(500))
                .write("tables.csv", tables(500))
                .chunkSize(1);

        requireCounts(home.run(), 500);

        assertThat(chunks()).hasSize(500).allMatch(chunk -> chunk.items() == 1);
    }

    @Test
    void makesLargerChunksWhereThereWouldBeMore() {
        home.write("companies.csv", register(501))
                .write("tables.csv", tables(501))
                .chunkSize(1);

        requireCounts(home.run(), 501);

        // Two companies in each but the last.
        assertThat(chunks()).hasSize(251);
        assertThat(chunks().stream().mapToInt(Chunk::items).boxed().collect(Collectors.groupingBy(n -> n)))
                .satisfies(sizes -> assertThat(sizes.get(2)).hasSize(250))
                .satisfies(sizes -> assertThat(sizes.get(1)).hasSize(1));
    }

    @Test
    void readsTheSameFromOneFileAndFromThousands() {
        int companies = 1000;
        home.write("companies.csv", register(companies)).write("tables.csv", tables(companies));
        requireCounts(home.run(), companies);
        String ranking = home.output("ranking.csv");

        home.clearInbox().write("companies.csv", register(companies));
        for (int i = 0; i < companies; i++) {
            home.write("tables/" + i + ".csv", TableText.HEADER + table(i))
                    .write("documents/" + i + ".csv", TableText.DOCUMENTS);
        }
        RunSummary summary = home.run();

        requireCounts(summary, companies);
        assertThat(summary.revision()).isEqualTo(2);
        assertThat(home.output("ranking.csv")).isEqualTo(ranking);
    }

    private void requireCounts(RunSummary summary, int companies) {
        int rejected = companies / REJECTED_SHARE;
        assertThat(summary.messages()).isEmpty();
        assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(List.of(
                        summary.registered(),
                        summary.handedIn(),
                        summary.accepted(),
                        summary.rejected(),
                        summary.ranked(),
                        summary.companies(),
                        summary.failedChunks()))
                .containsExactly(
                        companies, companies, companies - rejected, rejected, companies - rejected, companies, 0);
        assertThat(home.lines("ranking.csv")).hasSize(companies - rejected);
        assertThat(home.lines("problems.csv")).hasSize(rejected);
        assertThat(home.outputs().keySet().stream().filter(name -> name.startsWith("returns/")))
                .hasSize(rejected);
    }

    private List<Chunk> chunks() {
        return home.bean(JdbcChunks.class)
                .of(home.bean(JdbcRevisions.class).newest(RatingHome.YEAR).orElseThrow(), "assess");
    }

    private static String register(int companies) {
        return IntStream.range(0, companies)
                .mapToObj(i -> inn(i) + ";Пример-" + i + ";Банки;Регион-01;заочный\n")
                .collect(Collectors.joining("", "inn;name;industry;region;participation\n", ""));
    }

    private static String tables(int companies) {
        return IntStream.range(0, companies)
                .mapToObj(ManyChunksIT::table)
                .collect(Collectors.joining("", TableText.HEADER, ""));
    }

    private static String table(int company) {
        return TableText.of(inn(company))
                .score(1, 4, company % REJECTED_SHARE == REJECTED_SHARE - 1 ? "7" : "0", "")
                .lines();
    }

    private static String inn(int company) {
        return Inn.complete(Integer.toString(770_000_000 + company));
    }
}
