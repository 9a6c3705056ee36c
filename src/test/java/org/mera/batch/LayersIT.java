package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LayersIT {

    private static final String FIRST = "7707083893";
    private static final String SECOND = "7736050003";
    private static final String THIRD = "7706107510";
    private static final String ZEROS = "[0.0,0.0,0.0,0.0]";

    @Test
    void saysOfEveryTableWhereEachCriterionStandsAndWhatItWasGiven(@TempDir Path folder) {
        try (RatingHome home = new RatingHome(folder)) {
            home.write(
                            "companies.csv",
                            """
                            inn;name;industry;region;participation
                            7707083893;Пример-001;;;очный
                            7736050003;Пример-002;;;очный
                            7706107510;Пример-003;;;заочный
                            """)
                    .write(
                            "expert.csv",
                            TableText.of(FIRST).score(2, 5, "0,5", "Д1 п. 3").file()
                                    + TableText.of(SECOND).with(7, "c5", "0,7").lines())
                    .write(
                            "own.csv",
                            TableText.of(FIRST)
                                    .all("assessor", "компания")
                                    .with(1, "c3", "2")
                                    .without(3)
                                    .file())
                    .write("documents.csv", TableText.DOCUMENTS + TableText.localAct(FIRST, "Д1"));

            home.run();

            JsonNode json = JsonMapper.shared().readTree(home.output("ranking.json"));
            assertThat(json.at("/companies").size()).isEqualTo(1);
            assertThat(json.at("/companies/0/inn").stringValue()).isEqualTo(FIRST);
            assertThat(json.at("/companies/0/layers").size()).isEqualTo(2);
            assertLayer(
                    json.at("/companies/0/layers/0"),
                    "{\"assessor\":\"expert\",\"expert\":null,\"counts\":true,\"faulty\":false,\"file\":\"expert.csv\"",
                    numbers(2, 51),
                    scores(50, 2, "[0.0,0.0,0.5,0.0]"));
            assertLayer(
                    json.at("/companies/0/layers/1"),
                    "{\"assessor\":\"company\",\"expert\":null,\"counts\":false,\"faulty\":true,\"file\":\"own.csv\"",
                    "[2,3,null," + numbers(4, 50).substring(1),
                    "[[null,0.0,0.0,0.0]," + ZEROS + ",null,"
                            + scores(47, 0, "").substring(1));

            assertThat(json.at("/not_ranked").size()).isEqualTo(2);
            assertThat(json.at("/not_ranked/0").toString())
                    .isEqualTo("{\"inn\":\"" + THIRD + "\",\"name\":\"Пример-003\",\"status\":\"not-handed-in\","
                            + "\"errors\":0,\"warnings\":1,\"layers\":[]}");
            assertThat(json.at("/not_ranked/1").toString())
                    .startsWith("{\"inn\":\"" + SECOND + "\",\"name\":\"Пример-002\",\"status\":\"rejected\","
                            + "\"errors\":1,\"warnings\":0,\"layers\":[");
            assertLayer(
                    json.at("/not_ranked/1/layers/0"),
                    "{\"assessor\":\"expert\",\"expert\":null,\"counts\":true,\"faulty\":true,\"file\":\"expert.csv\"",
                    numbers(52, 101),
                    scores(50, 7, "[0.0,0.0,null,0.0]"));
        }
    }

    private static void assertLayer(JsonNode layer, String beginning, String records, String scores) {
        assertThat(layer.toString()).isEqualTo(beginning + ",\"records\":" + records + ",\"scores\":" + scores + "}");
    }

    private static String numbers(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** So many criteria, each with zeros but one. */
    private static String scores(int criteria, int other, String itsScores) {
        return IntStream.rangeClosed(1, criteria)
                .mapToObj(criterion -> criterion == other ? itsScores : ZEROS)
                .collect(Collectors.joining(",", "[", "]"));
    }
}
