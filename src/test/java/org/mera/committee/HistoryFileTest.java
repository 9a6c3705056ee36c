package org.mera.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.methodology.Methodologies;
import org.mera.methodology.Methodology;
import org.mera.ranking.PastRank;
import org.mera.submission.Form;
import org.mera.submission.FormReader;

class HistoryFileTest {

    private static final Methodology METHODOLOGY = Methodologies.bundled("anti-corruption-rating");

    private final Path file;

    HistoryFileTest(@TempDir Path folder) {
        file = folder.resolve("history.csv");
    }

    @Test
    void readsRankingsOfSeveralYears() throws IOException {
        HistoryFile.Checked checked = check(
                "Год;ИНН;Место;Показатель\n2023;7707083893;1;74,25\n2022;7707083893;3;\n2023;7736050003;2;60\n",
                Charset.forName("windows-1251"));

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.rankings())
                .isEqualTo(Map.of(
                        2022,
                        Map.of("7707083893", new PastRank(3, "")),
                        2023,
                        Map.of("7707083893", new PastRank(1, "74.25"), "7736050003", new PastRank(2, "60.00"))));
    }

    @Test
    void tellsEveryProblemAtOnce() throws IOException {
        HistoryFile.Checked checked = check(
                """
                year;inn;rank;indicator
                23;7707083893;1;74,25
                2025;7707083893;1;74,25
                2023;7707083893;0;74,25
                2023;7736050003;2,5;101
                2023;7736050003;2;50
                2023;7736050003;3;50,125
                2023;123;3;50
                """,
                StandardCharsets.UTF_8);

        assertThat(checked.isSound()).isFalse();
        assertThat(checked.problems().stream().map(problem -> problem.line() + " " + problem.message(Locale.ENGLISH)))
                .containsExactly(
                        "2 «23» is no year of an earlier ranking; write four digits, 1990 to 2100",
                        "3 the year 2025 has a cycle in this home, and its ranking is that one; take the line out",
                        "4 «0» is no rank; write a whole number from 1",
                        "5 «101» is no indicator; write a percentage from 0 to 100 with at most two decimals, or leave it empty",
                        "5 «2,5» is no rank; write a whole number from 1",
                        "6 the file has a rank of this company for 2023 already (record 5); leave one of the two lines",
                        "7 «50,125» is no indicator; write a percentage from 0 to 100 with at most two decimals, or leave it empty",
                        "7 the file has a rank of this company for 2023 already (record 5); leave one of the two lines",
                        checked.problems().get(8).line() + " "
                                + checked.problems().get(8).message(Locale.ENGLISH));
        assertThat(checked.problems().get(8).code().code()).isEqualTo("bad-inn");
    }

    private HistoryFile.Checked check(String text, Charset charset) throws IOException {
        Files.write(file, text.getBytes(charset));
        return HistoryFile.check(FormReader.read(file, Form.HISTORY, METHODOLOGY), Set.of(2025));
    }
}
