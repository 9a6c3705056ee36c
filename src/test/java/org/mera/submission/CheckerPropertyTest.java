package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mera.submission.CheckerTest.Given.DOCUMENT;
import static org.mera.submission.CheckerTest.Given.DOCUMENTS;
import static org.mera.submission.CheckerTest.Given.INN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.mera.methodology.Scale;
import org.mera.submission.CheckerTest.Given;

/** What holds for all that may be handed in; a failure names its seed. */
class CheckerPropertyTest {

    private static final String[] SCORES = {"0", "0,5", "1", "0.5", "1,0", "0,50"};
    private static final int[] UNITS = {0, 1, 2, 1, 2, 1};

    private static final String[] GARBAGE = {
        "",
        " ",
        "-",
        "—",
        "нет",
        "да",
        "0",
        "1",
        "0,5",
        "7,7E+11",
        "15.мар",
        "Д1",
        "Д1 п. 3; Д2",
        ";;;",
        "\n",
        "\"",
        "@x",
        "{0}",
        "99999999999999999999",
        "-1",
        "1e0",
        "½",
        "\ud83d\ude00",
        "\ud83d",
        "\u0000",
        "а, б",
        "н/п",
        "н/п:",
        "expert",
        "компания",
        "2025",
        "31.12.2025",
        "31.02.2025",
        "2024-2026",
        "9999-0000",
        ",",
        ".",
        "0,",
        "п3",
        "ё",
        "Д",
        "\u0661",
        "order",
        "публикация"
    };

    @Test
    void totalsASoundSubmissionAsTheSumOfItsCells() {
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            TestTable table = TestTable.of(INN);
            int total = 0;
            for (int criterion = 1; criterion <= 50; criterion++) {
                int sum = 0;
                for (int column = 3; column <= 6; column++) {
                    int score = random.nextInt(SCORES.length);
                    table.scoring(criterion, column, SCORES[score], "Д1 п. " + criterion);
                    sum += UNITS[score];
                }
                table.with(criterion, "sum", sum / 2 + (sum % 2 == 0 ? "" : ",5"));
                total += sum;
            }

            Submission submission = Given.check(
                    TestInbox.of(INN).table("t.csv", table.lines()).documents("d.csv", DOCUMENTS, DOCUMENT));

            assertThat(submission.problems()).as("seed %d", seed).isEmpty();
            assertThat(submission.counting().orElseThrow().lines().stream()
                            .flatMapToInt(line -> Arrays.stream(line.scores()))
                            .sum())
                    .as("seed %d", seed)
                    .isEqualTo(total);
        }
    }

    @Test
    void judgesAnyGarbageAndHasAMessageForIt() {
        String[] fields = TestTable.HEADER.split(";", -1);
        for (long seed = 0; seed < 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            TestTable table = TestTable.of(INN);
            for (int i = random.nextInt(30); i >= 0; i--) {
                table.with(1 + random.nextInt(50), fields[1 + random.nextInt(fields.length - 1)], garbage(random));
            }
            String[] documents = new String[1 + random.nextInt(5)];
            documents[0] = DOCUMENTS;
            for (int i = 1; i < documents.length; i++) {
                documents[i] = document(random, 9);
            }

            Submission submission;
            try {
                submission = Given.check(
                        TestInbox.of(INN).table("t.csv", table.lines()).documents("d.csv", documents));
                submission.problems().forEach(problem -> {
                    problem.message(Locale.ENGLISH);
                    problem.message(Locale.forLanguageTag("ru"));
                });
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }

            boolean error = submission.problems().stream().anyMatch(problem -> problem.isError());
            assertThat(submission.status())
                    .as("seed %d", seed)
                    .isEqualTo(error ? Submission.Status.REJECTED : Submission.Status.ACCEPTED);
        }
    }

    @Test
    void judgesRecordsOfAnyLength() {
        for (long seed = 0; seed < 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<String> lines = new ArrayList<>(TestTable.of(INN).lines());
            for (int i = random.nextInt(10); i >= 0; i--) {
                lines.set(1 + random.nextInt(50), document(random, random.nextInt(25)));
            }
            TestInbox inbox = TestInbox.of(INN)
                    .table("t.csv", lines)
                    .documents("d.csv", DOCUMENTS, document(random, random.nextInt(12)), document(random, 9));

            try {
                assertThat(Given.check(inbox).status()).as("seed %d", seed).isEqualTo(Submission.Status.REJECTED);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    @Test
    void readsScoresAsTheScaleDoes() {
        Scale scale = Given.METHODOLOGY.scale();
        TableForm form = new TableForm(Given.METHODOLOGY);
        String alphabet = "0015,.5 -e";
        for (long seed = 0; seed < 100_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(6); i >= 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }

            assertThat(form.score(text.toString()))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(scale.units(text.toString()).orElse(TableLine.UNSOUND));
        }
    }

    private static String document(SplittableRandom random, int fields) {
        StringBuilder line = new StringBuilder(INN);
        for (int i = 0; i < fields; i++) {
            String field = garbage(random);
            line.append(';').append('"').append(field.replace("\"", "\"\"")).append('"');
        }
        return line.toString();
    }

    private static String garbage(SplittableRandom random) {
        StringBuilder garbage = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            garbage.append(GARBAGE[random.nextInt(GARBAGE.length)]);
        }
        return garbage.toString();
    }
}
