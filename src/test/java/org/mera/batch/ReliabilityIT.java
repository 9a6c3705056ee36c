package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.company.Inn;
import org.mera.cycle.JobTerms;
import org.mera.methodology.ScoreClass;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How far assessors agree and how sensitive places are, from the inbox to the outputs. */
class ReliabilityIT {

    private static final int COMPANIES = 5;

    private final RatingHome home;
    private final List<String> companies = new ArrayList<>();

    ReliabilityIT(@TempDir Path folder) {
        home = new RatingHome(folder).language("en");
        for (int i = 0; i < COMPANIES; i++) {
            companies.add(Inn.complete(Integer.toString(970_000_010 + i)));
        }
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void measuresTheExpertsAndTheCompanyAgainstEachOther() {
        write(true);
        home.run();

        JsonNode json = JsonMapper.shared().readTree(home.output("ranking.json"));
        assertThat(json.at("/agreement/company_expert/companies").asInt()).isEqualTo(1);
        assertThat(json.at("/agreement/company_expert/all").toString())
                .isEqualTo("{\"pairs\":200,\"equal\":199,\"percent_equal\":99.5,\"kappa\":0.986,\"alpha\":0.993}");
        assertThat(json.at("/agreement/experts/all/pairs").asInt()).isEqualTo(200);
        assertThat(json.at("/agreement/experts/all/equal").asInt()).isEqualTo(180);
        assertThat(json.at("/agreement/experts/sections/7").toString())
                .isEqualTo(
                        "{\"number\":8,\"pairs\":32,\"equal\":32,\"percent_equal\":100.0,\"kappa\":\"all-equal\",\"alpha\":\"all-equal\"}");
        assertThat(json.at("/agreement/pairs/0/first").asString()).isEqualTo("Иванова");
        assertThat(json.at("/agreement/pairs/0/second").asString()).isEqualTo("Орлов");
        assertThat(json.at("/sensitivity").toString())
                .isEqualTo("{\"source\":\"experts\",\"rate\":0.1,\"draws\":2000,\"percentiles\":[5,95]}");
        assertThat(json.at("/companies/0/rank_range/0").asInt()).isEqualTo(1);
        assertThat(json.at("/companies/4/rank_range/1").asInt()).isEqualTo(5);
    }

    @Test
    void writesTheSameWhateverTheChunkSizeAndTheThreads() {
        write(true);
        home.chunkSize(100).threads(1).run();
        String first = home.output("ranking.json");

        home.chunkSize(1).threads(4).run();

        assertThat(home.output("ranking.json")).isEqualTo(first);
    }

    @Test
    void rangesByTheRateOfTheJobWhereNoTwoExpertsTell() {
        write(false);
        home.run();
        assertThat(home.output("ranking.json"))
                .contains("\"sensitivity\": null,")
                .contains("\"rank_range\": null,");

        home.terms(List.of(), new JobTerms("", new BigDecimal("0.12")));

        assertThat(home.run().revision()).isEqualTo(2);
        assertThat(home.output("ranking.json"))
                .contains(
                        "\"sensitivity\": {\"source\":\"job\",\"rate\":0.1200,\"draws\":2000,\"percentiles\":[5,95]},");
        assertThat(home.rerun().outcome()).as("rerun knows what the job said").isEqualTo(RunSummary.Outcome.UNCHANGED);
    }

    @Test
    void tellsOfTheScaleOfClassesThatTheJobNames() {
        write(false);
        home.terms(
                List.of(new ScoreClass("A", new BigDecimal("7.5")), new ScoreClass("B", new BigDecimal("5"))),
                new JobTerms("2026-1", null));
        home.run();

        assertThat(home.output("ranking.json"))
                .contains(
                        "\"classes\": {\"version\":\"2026-1\",\"bands\":[{\"label\":\"A\",\"from\":7.5},{\"label\":\"B\",\"from\":5}]},");
        home.terms(home.settings().classes(), new JobTerms("2026-2", null));
        assertThat(home.run().revision()).isEqualTo(2);
        assertThat(home.output("ranking.json")).contains("\"version\":\"2026-2\",\"bands\"");
        assertThat(home.rerun().outcome()).isEqualTo(RunSummary.Outcome.UNCHANGED);
    }

    /** Company i has 20 − 4 i cells of 1 in column 3; the first is scored by itself too, and by a second expert who finds 20 cells lower. */
    private void write(boolean second) {
        StringBuilder register = new StringBuilder("inn;name;industry;region;participation\n");
        StringBuilder tables = new StringBuilder(TableText.HEADER);
        StringBuilder documents = new StringBuilder(TableText.DOCUMENTS);
        for (int i = 0; i < COMPANIES; i++) {
            String inn = companies.get(i);
            register.append(inn).append(";Пример-").append(i).append(";Банки;Регион-01;очный\n");
            tables.append(table(inn, 20 - 4 * i, "1")
                    .all("expert", i == 0 ? "Иванова" : "")
                    .all("final", i == 0 ? "yes" : "")
                    .lines());
            documents.append(TableText.localAct(inn, "Д1"));
        }
        if (second) {
            String first = companies.get(0);
            tables.append(table(first, 20, "0,5")
                    .all("expert", "Орлов")
                    .all("final", "no")
                    .lines());
            tables.append(table(first, 20, "1")
                    .score(21, 3, "0,5", "Д1 п. 1")
                    .all("assessor", "company")
                    .lines());
        }
        home.write("companies.csv", register.toString())
                .write("tables.csv", tables.toString())
                .write("documents.csv", documents.toString());
    }

    private static TableText table(String inn, int cells, String score) {
        TableText table = TableText.of(inn);
        for (int criterion = 1; criterion <= cells; criterion++) {
            table.score(criterion, 3, score, "Д1 п. " + criterion);
        }
        return table;
    }
}
