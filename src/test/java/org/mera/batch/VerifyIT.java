package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.methodology.Methodologies;
import org.mera.sample.SampleInbox;
import org.mera.sample.SampleOptions;
import org.mera.seal.Difference;
import org.mera.seal.Proof;
import org.mera.seal.Recomputation;
import org.mera.seal.SealedFile;

/** A published set proves itself on another machine, and whatever was tampered with is found, with its place. */
class VerifyIT {

    private static final String METHODOLOGY =
            Methodologies.bundled("anti-corruption-rating").sha256();

    /** What follows from it when the third company has half a point less; where {json} is its place in ranking.json. */
    private static final String[] AFTER_A_LOWER_SCORE = {
        "ranking.csv:3: 7700000023, rank: stands 1, recomputed 8",
        "ranking.csv:3: 7700000023, c3: stands 1.0, recomputed 0.5",
        "ranking.csv:3: 7700000023, total: stands 1.0, recomputed 0.5",
        "ranking.csv:3: 7700000023, indicator: stands 0.50, recomputed 0.25",
        "ranking.csv:3: 7700000023, participation_rank: stands 1, recomputed 8",
        "ranking.csv:3: 7700000023, industry_rank: stands 1, recomputed 8",
        "tables.csv:104: 7700000023, criterion 3, column 3: stands 1.0 ({json}), found 0.5",
        "{json}: 7700000023, c3: stands 1.0, recomputed 0.5",
        "{json}: 7700000023, indicator: stands 0.50, recomputed 0.25",
        "{json}: 7700000023, industry_rank: stands 1, recomputed 8",
        "{json}: 7700000023, participation_rank: stands 1, recomputed 8",
        "{json}: 7700000023, rank: stands 1, recomputed 8",
        "{json}: 7700000023, sections 2, percent: stands 2.50, recomputed 1.25",
        "{json}: 7700000023, sections 2, sum: stands 1.0, recomputed 0.5",
        "{json}: 7700000023, total: stands 1.0, recomputed 0.5"
    };

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path published;

    @SuppressWarnings("NullAway.Init") // set before all else
    private static List<String> companies;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path copy;

    @BeforeAll
    static void publish() throws IOException {
        try (RatingHome home = new RatingHome(published.resolve("home"))) {
            companies = TwelveCompanies.write(home);
            RunSummary summary = home.reports().run();
            assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
            assertThat(summary.ranked()).isEqualTo(8);
            copyTree(home.inbox(), published.resolve("inbox"));
            copyTree(home.out(), published.resolve("set"));
            approve(home);
            copyTree(home.out(), published.resolve("approved"));
        }
    }

    /** A score down and up again, another down; the companies with errors are withdrawn; there is a year before, and somebody was asked. */
    private static void approve(RatingHome home) throws IOException {
        Path history = Files.writeString(
                published.resolve("history.csv"),
                """
                year;inn;rank;indicator
                2024;7700000016;5;40,25
                2024;7700000023;1;90
                """);
        assertThat(home.bean(HistoryDesk.class).importHistory(history).problems())
                .isEmpty();
        Path verification = Files.writeString(
                published.resolve("verification.csv"),
                """
                inn;criterion;column;request;answer;outcome;verifier;date
                7700000016;2;3;Покажите приказ;;open;Иванова;2026-02-01
                """);
        assertThat(home.bean(VerificationDesk.class)
                        .verification(verification, RatingHome.YEAR)
                        .problems())
                .isEmpty();
        Path decisions = Files.writeString(
                published.resolve("decisions.csv"),
                """
                inn;criterion;column;score;evidence;reason;protocol;date;class
                7700000016;2;3;0;;=ошибка;№ 1;2026-03-01;
                7700000023;3;3;0,5;;'неполно;№ 1;2026-03-01;
                """);
        assertThat(home.bean(DecisionDesk.class)
                        .decide(decisions, RatingHome.YEAR)
                        .problems())
                .isEmpty();
        Files.writeString(
                decisions,
                """
                inn;criterion;column;score;reason;protocol;date
                7700000016;2;3;1;«проверено», \\да;№ 2;2026-03-02
                """);
        home.bean(DecisionDesk.class).decide(decisions, RatingHome.YEAR);
        for (int i = 0; i < TwelveCompanies.COMPANIES; i += 3) {
            home.bean(DecisionDesk.class).withdraw(List.of(companies.get(i)), RatingHome.YEAR, "-долги", false);
        }
        assertThat(home.rerun().ranked()).isEqualTo(8);
        assertThat(home.bean(ApprovalDesk.class)
                        .approve(RatingHome.YEAR, "№ 3", Progress.NONE)
                        .run()
                        .outcome())
                .isEqualTo(RunSummary.Outcome.COMPLETED);
    }

    @BeforeEach
    void copy() throws IOException {
        copyTree(published.resolve("inbox"), copy.resolve("inbox"));
        copyTree(published.resolve("set"), copy.resolve("set"));
    }

    @Test
    void findsNothingInWhatWasPublished() {
        assertThat(differences()).isEmpty();
        assertThat(differencesWithoutInbox()).isEmpty();
    }

    @Test
    void findsNothingInASampleWithFaults(@TempDir Path folder) throws IOException {
        new SampleInbox()
                .write(
                        folder.resolve("sample"),
                        new SampleOptions(60, RatingHome.YEAR, 17, 25),
                        Methodologies.bundled("anti-corruption-rating"),
                        done -> {});
        try (RatingHome home = new RatingHome(folder)) {
            Files.delete(home.inbox().resolve("companies.csv"));
            copyTree(folder.resolve("sample"), home.inbox());
            home.language("en").write("broken.csv", "inn;criterion\n\"");
            assertThat(home.run().rejected()).isPositive();

            assertThat(home.differences()).isEmpty();
        }
    }

    @Test
    void findsAScoreInTheInbox() {
        String[] expected = afterALowerScore();
        inAFile("tables.csv", 104, line -> line.replace(";3;1;", ";3;0,5;"));

        assertThat(differences())
                .startsWith("tables.csv: is not the file that the run has read")
                .endsWith(expected)
                .hasSize(1 + expected.length);
    }

    @Test
    void tellsCausesFirstAndOfWhatKindTheOthersAre() {
        inAFile("tables.csv", 104, line -> line.replace(";3;1;", ";3;0,5;"));
        inTheSet("ranking.csv", 2, line -> line + "x");
        List<Difference> found = new ArrayList<>();
        Recomputation.of(copy.resolve("set"), copy.resolve("inbox"), found::add);

        assertThat(found.stream().filter(Difference::isCause))
                .extracting(Difference::toString)
                .containsExactlyElementsOf(
                        found.stream().limit(2).map(Difference::toString).toList())
                .containsExactly("ranking.csv: damaged", "tables.csv: is not the file that the run has read");
        assertThat(found.stream().skip(2).map(Difference::kind).distinct())
                .contains(
                        "ranking.csv, rank",
                        "ranking.csv, total",
                        "ranking.json, scores",
                        "ranking.json, total",
                        "ranking.json, sections, percent")
                .allMatch(kind -> kind.matches("ranking\\.(csv|json), [a-z_0-9, ]+"));
    }

    @Test
    void findsAScoreInTheInboxWhoseHashWasRenewed() {
        inAFile("tables.csv", 104, line -> line.replace(";3;1;", ";3;0,5;"));
        renew("inbox", "tables.csv");

        assertThat(differences()).containsExactly(afterALowerScore());
        assertThat(differencesWithoutInbox()).isEmpty();
    }

    @Test
    void findsAFileThatWasAdded() throws IOException {
        Files.writeString(copy.resolve("inbox/later.csv"), TableText.DOCUMENTS);

        assertThat(differences()).containsExactly("later.csv: was not in the inbox of the run");
    }

    @Test
    void findsAFileThatWasRemoved() throws IOException {
        Files.delete(copy.resolve("inbox/documents.csv"));

        assertThat(differences())
                .startsWith(
                        "documents.csv: was in the inbox of the run and is missing",
                        "ranking.csv:2: nothing gives this line: 1,7700000016,Пример-1,Банки,Регион-01,desk,1.0,0.0,0.0,0.0,1.0,0.50,,1,1,,,,1")
                .contains(
                        json("7700000016") + ": 7700000016: stands in companies, belongs to not_ranked",
                        json("7700000009") + ": 7700000009, errors: stands 1, recomputed 2",
                        "ranking.json: counts, accepted: stands 8, recomputed 0",
                        "manifest.json: counts, rejected: stands 4, recomputed 12",
                        "problems.csv:2: here a line is missing, or is another one: tables.csv,2,7700000009,1,3,error,unknown-document,Д1,документа «Д1» нет в перечне документов; внесите его с реквизитами или исправьте код",
                        "returns/7700000023.csv: belongs to the set, but the manifest does not name it");
    }

    @Test
    void findsALineOfTheRanking() {
        inTheSet("ranking.csv", 2, line -> line.replaceFirst("^1,", "2,"));

        assertThat(differences())
                .containsExactly("ranking.csv: damaged", "ranking.csv:2: 7700000016, rank: stands 2, recomputed 1");
        renew("set", "ranking.csv");
        assertThat(differences()).containsExactly("ranking.csv:2: 7700000016, rank: stands 2, recomputed 1");
        assertThat(differencesWithoutInbox())
                .containsExactly("ranking.csv:2: 7700000016, rank: stands 2, recomputed 1");
    }

    @Test
    void findsALineOfTheRankingThatWasTakenOutOrMoved() {
        inTheSet("ranking.csv", 9, line -> "");
        renew("set", "ranking.csv");

        assertThat(differences())
                .containsExactly(
                        "ranking.csv:9: here a line is missing, or is another one: 1,7700000111,Пример-11,Банки,Регион-01,desk,1.0,0.0,0.0,0.0,1.0,0.50,,1,1,,,,1");

        inTheSet("ranking.csv", 2, line -> "\r\n" + line);
        renew("set", "ranking.csv");
        assertThat(differencesWithoutInbox()).contains("ranking.csv:2: nothing gives this line: ");
    }

    @Test
    void findsAScoreOfALayer() {
        inTheSet("ranking.json", text -> text.replaceFirst("\\[\\[0.0,", "[[1.0,"));
        renew("set", "ranking.json");

        assertThat(differences())
                .containsExactly("tables.csv:52: 7700000016, criterion 1, column 3: stands 1.0 (" + json("7700000016")
                        + "), found 0.0");
        assertThat(differencesWithoutInbox())
                .startsWith(
                        "ranking.csv:2: 7700000016, c3: stands 1.0, recomputed 2.0",
                        "ranking.csv:2: 7700000016, total: stands 1.0, recomputed 2.0",
                        "ranking.csv:2: 7700000016, indicator: stands 0.50, recomputed 1.00",
                        "ranking.csv:3: 7700000023, rank: stands 1, recomputed 2")
                .contains(json("7700000016") + ": 7700000016, total: stands 1.0, recomputed 2.0");
    }

    @Test
    void findsJsonThatIsNone() {
        inTheSet("ranking.json", text -> text.replaceFirst("\\[\\[0.0,", "[[0.0;"));
        renew("set", "ranking.json");

        assertThat(differences()).hasSize(1);
        assertThat(differences().get(0)).startsWith("ranking.json: cannot be understood: ");
        assertThat(differencesWithoutInbox()).isEqualTo(differences());
    }

    @Test
    void saysWhichScoreIsNone() {
        for (String score : List.of("1e999999999", "1e-999999999", "0.7", "1".repeat(900))) {
            inTheSet("ranking.json", text -> text.replaceFirst("\\[\\[[^,]+,", "[[" + score + ","));
            renew("set", "ranking.json");

            assertThat(differencesWithoutInbox()).hasSize(1);
            assertThat(differencesWithoutInbox().get(0))
                    .matches("ranking\\.json: cannot be understood: [0-9.E+-]+ is no score of the scale");
            assertThat(differences()).hasSize(1);
            assertThat(differences().get(0)).startsWith("tables.csv:52: 7700000016, criterion 1, column 3: stands ");
        }
    }

    @Test
    void saysWhichCompanyStandsTwice() {
        inTheSet("ranking.json", text -> text.replace("\"inn\": \"7700000023\"", "\"inn\": \"7700000016\""));
        renew("set", "ranking.json");

        assertThat(differencesWithoutInbox())
                .containsExactly("ranking.json: cannot be understood: the company 7700000016 stands in it twice");
        assertThat(differences())
                .anyMatch(line -> line.endsWith("7700000016: stands in companies, and nothing gives it"));
    }

    @Test
    void saysWhichCountIsNone() {
        inTheSet("ranking.json", text -> text.replaceFirst("\"registered\": *[0-9]+", "\"registered\": -12"));
        renew("set", "ranking.json");

        assertThat(differencesWithoutInbox())
                .containsExactly("ranking.json: cannot be understood: -12 companies cannot be registered");
    }

    @Test
    void saysWhatTheManifestSaysWrongly() {
        wrongManifest(
                " \"classes\": [",
                " \"disagreement\": 5,\n \"classes\": [",
                "5 is no disagreement; it is 0 to 0.5, with at most 4 decimals");
        wrongManifest(
                " \"disagreement\": 5,",
                " \"disagreement\": 0.123456,",
                "0.123456 is no disagreement; it is 0 to 0.5, with at most 4 decimals");
        wrongManifest(
                " \"disagreement\": 0.123456,",
                " \"disagreement\": 1e999999999,",
                "1E+999999999 is no disagreement; it is 0 to 0.5, with at most 4 decimals");
        wrongManifest(" \"disagreement\": 1e999999999,", "", null);
        wrongManifest("\"language\": \"ru\"", "\"language\": \"xx\"", "«xx» is no language of a set; it is ru or en");
    }

    private void wrongManifest(String before, String after, @Nullable String told) {
        inTheSet("manifest.json", text -> text.replace(before, after));
        assertThat(differences()).isEqualTo(told == null ? List.of() : List.of("manifest.json: damaged: " + told));
    }

    @Test
    void saysThatWhatIsSealedCannotBeRecomputed() {
        takeTheApproved();
        inTheSet("sealed/verifications.csv", text -> text.replace("7700000016,2,3,", "7700000016,99,99,"));
        renew("set", "sealed/verifications.csv");

        assertThat(differences()).isNotEmpty().allMatch(line -> line.matches("(verification\\.csv|manifest\\.json).*"));
    }

    @Test
    void findsAByteOfAPaper() throws IOException {
        Path paper = copy.resolve("set/companies/" + companies.get(1) + ".pdf");
        byte[] bytes = Files.readAllBytes(paper);
        bytes[bytes.length / 2] ^= 1;
        Files.write(paper, bytes);

        assertThat(differences()).containsExactly("companies/7700000016.pdf: damaged");
        assertThat(differencesWithoutInbox()).containsExactly("companies/7700000016.pdf: damaged");
    }

    @Test
    void findsAnotherMethodology() {
        inTheSet("sealed/methodology.yaml", text -> text.replaceFirst("overused-share: *[0-9]+", "overused-share: 60"));
        renew("set", "sealed/methodology.yaml");
        String hash = sha256("sealed/methodology.yaml");

        assertThat(differences())
                .containsExactly(
                        "sealed/methodology.yaml: is anti-corruption-rating 2025 (SHA-256 " + hash
                                + "), but the manifest says anti-corruption-rating 2025 (SHA-256 " + METHODOLOGY
                                + ") was used",
                        "ranking.json: methodology, sha256: stands " + METHODOLOGY + ", recomputed " + hash);
        assertThat(differencesWithoutInbox()).isEqualTo(differences());
    }

    @Test
    void findsAMethodologyThatIsNone() {
        inTheSet("sealed/methodology.yaml", text -> text.replaceFirst("overused-share: *[0-9]+", "overused-share: x"));
        renew("set", "sealed/methodology.yaml");

        assertThat(differences()).hasSize(1);
        assertThat(differences().get(0)).startsWith("sealed/methodology.yaml: ").contains("overused-share");
    }

    @Test
    void findsThatAProblemIsGone() {
        inTheSet("problems.csv", text -> text.replaceFirst("\n[^\n]+\n", "\n"));
        renew("set", "problems.csv");

        assertThat(differences())
                .containsExactly(
                        "problems.csv:2: here a line is missing, or is another one: tables.csv,2,7700000009,1,4,error,bad-score,7,оценка «7» не из шкалы; поставьте 0, 0,5 или 1");
        assertThat(differencesWithoutInbox())
                .containsExactly("problems.csv: 7700000009: has 0 errors, 1 in ranking.json");
    }

    @Test
    void findsAnotherReturn() {
        inTheSet("returns/7700000009.csv", text -> text.replace("«7»", "«8»"));
        renew("set", "returns/7700000009.csv");

        assertThat(differences())
                .containsExactly(
                        "returns/7700000009.csv:2: nothing gives this line: tables.csv,2,7700000009,1,4,ошибка,bad-score,7,оценка «8» не из шкалы; поставьте 0, 0,5 или 1",
                        "returns/7700000009.csv:2: here a line is missing, or is another one: tables.csv,2,7700000009,1,4,ошибка,bad-score,7,оценка «7» не из шкалы; поставьте 0, 0,5 или 1");
    }

    @Test
    void findsAReturnOfNobody() throws IOException {
        Files.writeString(copy.resolve("set/returns/" + companies.get(2) + ".csv"), "");

        assertThat(differences()).containsExactly("returns/7700000023.csv: the manifest does not name it");
    }

    @Test
    void findsAnotherRegister() {
        inTheSet("sealed/register.csv", text -> text.replace("Пример-4,Банки", "Пример-4,Связь"));
        renew("set", "sealed/register.csv");

        assertThat(differences())
                .containsExactly("sealed/register.csv:6: 7700000048, industry: stands Связь, recomputed Банки");
    }

    @Test
    void findsOtherCounts() {
        inTheSet(
                "manifest.json",
                text -> text.replace("\"accepted\":8,\"rejected\":4", "\"accepted\":9,\"rejected\":3"));

        assertThat(differences())
                .containsExactly(
                        "manifest.json: counts, accepted: stands 9, recomputed 8",
                        "manifest.json: counts, rejected: stands 3, recomputed 4");
        assertThat(differencesWithoutInbox()).isEqualTo(differences());
    }

    @Test
    void saysThatOtherRulesWereUsed() {
        inTheSet("manifest.json", text -> text.replaceFirst("\"rules\": [0-9]+", "\"rules\": 99"));

        assertThat(differences()).hasSize(1);
        assertThat(differences().get(0))
                .startsWith("manifest.json: was checked by the rules of version 99, this program has version ")
                .contains("; recompute with Mera ");
    }

    @Test
    void saysThatThereIsNoManifest() throws IOException {
        Files.delete(copy.resolve("set/manifest.json"));

        assertThat(told(copy.resolve("inbox"))).containsExactly("manifest.json: missing");
        Files.writeString(copy.resolve("set/manifest.json"), "{");
        assertThat(told(copy.resolve("inbox"))).containsExactly("manifest.json: damaged");
    }

    @Test
    void findsNothingInWhatWasApproved() {
        takeTheApproved();

        assertThat(lines("sealed/decisions.csv"))
                .containsExactly(
                        "inn,criterion,column,score,evidence,reason,protocol,date,class",
                        "7700000016,2,3,0.0,,'=ошибка,№ 1,2026-03-01,",
                        "7700000016,2,3,1.0,,\"«проверено», \\да\",№ 2,2026-03-02,",
                        "7700000023,3,3,0.5,,''неполно,№ 1,2026-03-01,");
        assertThat(lines("sealed/withdrawals.csv")).contains("7700000009,'-долги");
        assertThat(differences()).isEmpty();
        assertThat(differencesWithoutInbox()).isEmpty();
    }

    @Test
    void findsAnotherDecision() {
        takeTheApproved();
        inTheSet("sealed/decisions.csv", 4, line -> line.replace(",0.5,", ",1.0,"));
        renew("set", "sealed/decisions.csv");

        assertThat(differences())
                .startsWith(
                        "sealed/decisions.csv: 7700000023 3/3: stands 1.0 (decisions: 1); by sealed/log.csv 0.5 (decisions: 1)",
                        "ranking.csv:9: 7700000023, rank: stands 8, recomputed 1",
                        "ranking.csv:9: 7700000023, c3: stands 0.5, recomputed 1.0",
                        "ranking.csv:9: 7700000023, total: stands 0.5, recomputed 1.0",
                        "ranking.csv:9: 7700000023, indicator: stands 0.25, recomputed 0.50")
                .anyMatch(line -> line.endsWith("7700000023, decisions 1, score: stands 0.5, recomputed 1.0"));
        assertThat(differencesWithoutInbox()).isEqualTo(differences());
    }

    @Test
    void findsAnotherReasonOfADecision() {
        takeTheApproved();
        inTheSet("sealed/decisions.csv", 2, line -> line.replace("=ошибка", "=опечатка"));
        renew("set", "sealed/decisions.csv");

        assertThat(differences()).hasSize(1);
        assertThat(differences().get(0))
                .matches("ranking.json:[0-9]+: 7700000016, decisions 1, reason: stands =ошибка, recomputed =опечатка");
    }

    @Test
    void findsThatADecisionIsGone() {
        takeTheApproved();
        inTheSet("sealed/decisions.csv", 4, line -> "");
        renew("set", "sealed/decisions.csv");

        assertThat(differences())
                .startsWith(
                        "sealed/decisions.csv: has not the 3 decisions that the manifest counts",
                        "sealed/decisions.csv: 7700000023 3/3: stands no decision; by sealed/log.csv 0.5 (decisions: 1)",
                        "ranking.csv:9: 7700000023, rank: stands 8, recomputed 1");
    }

    @Test
    void findsDecisionsThatAreNone() {
        takeTheApproved();
        inTheSet("sealed/decisions.csv", text -> text.replace("16,2,3,0.0", "16,51,3,0.0")
                .replace("16,2,3,1.0", "16,2,3,0.7")
                .replace("0.5,,''неполно,№ 1,2026-03-01", "0.5,,''неполно,№ 1,01.03.2026"));
        renew("set", "sealed/decisions.csv");

        assertThat(differences())
                .startsWith(
                        "sealed/decisions.csv:2: cannot be understood: the methodology has no criterion 51 in a column 3",
                        "sealed/decisions.csv:3: cannot be understood: 0.7 is no score of the scale",
                        "sealed/decisions.csv:4: cannot be understood: Text '01.03.2026' could not be parsed at index 0",
                        "sealed/decisions.csv: has not the 3 decisions that the manifest counts");
    }

    @Test
    void findsThatAWithdrawalIsGone() {
        takeTheApproved();
        inTheSet("sealed/withdrawals.csv", 2, line -> "");
        renew("set", "sealed/withdrawals.csv");

        assertThat(differences())
                .hasSize(4)
                .anyMatch(line -> line.endsWith(": 7700000009, withdrawn: nothing gives withdrawn"))
                .contains(
                        "sealed/withdrawals.csv: 7700000009: stands in the rating; by sealed/log.csv withdrawn: -долги",
                        "ranking.json: counts, withdrawn: stands 4, recomputed 3",
                        "manifest.json: counts, withdrawn: stands 4, recomputed 3");
    }

    @Test
    void findsAnEntryOfTheLogThatWasChangedOrTakenOut() {
        takeTheApproved();
        inTheSet("sealed/log.csv", 5, line -> line.replace("2026-03-0", "2026-04-0")
                .replace(",decide,", ",withdraw,"));
        renew("set", "sealed/log.csv");

        assertThat(differences())
                .containsExactly(
                        "sealed/log.csv:5: the chain breaks at entry 4 («withdraw»): it, or one before it, was changed, taken out or put in");

        inTheSet("sealed/log.csv", 5, line -> "");
        renew("set", "sealed/log.csv");
        assertThat(differencesWithoutInbox())
                .containsExactly(
                        "sealed/log.csv:5: the chain breaks at entry 5 («decide»): it, or one before it, was changed, taken out or put in");
    }

    @Test
    void findsThatTheEndOfTheLogIsGone() throws IOException {
        takeTheApproved();
        List<String> log = lines("sealed/log.csv");
        String third = log.get(3).substring(log.get(3).lastIndexOf(',') + 1);
        String last = log.get(log.size() - 1);
        String sealed = ", but entry " + (log.size() - 1) + " (" + last.substring(last.lastIndexOf(',') + 1)
                + ") was the last when the manifest was sealed";
        Path file = copy.resolve("set/sealed/log.csv");
        Files.writeString(file, String.join("\n", log.subList(0, 4)) + "\n");
        renew("set", "sealed/log.csv");

        assertThat(differences()).containsExactly("sealed/log.csv: ends with entry 3 (" + third + ")" + sealed);
        Files.writeString(file, log.get(0) + "\n");
        renew("set", "sealed/log.csv");
        assertThat(differencesWithoutInbox()).containsExactly("sealed/log.csv: ends with no entry" + sealed);
    }

    @Test
    void findsThatFilesWereTakenOutWithTheirLinesOfTheManifest() throws IOException {
        for (String file : List.of("companies/7700000016.pdf", "committee-report.pdf", "ranking.xlsx")) {
            takeTheApproved();
            takeOut(file);

            String missing = file + ": belongs to the set, but the manifest does not name it";
            assertThat(differences()).containsExactly(missing);
            assertThat(differencesWithoutInbox()).containsExactly(missing);
        }
        for (String file : List.of("problems.csv", "verification.csv", "sealed/job.yaml", "sealed/register.csv")) {
            takeTheApproved();
            takeOut(file);

            assertThat(differencesWithoutInbox())
                    .containsExactly(file + ": belongs to the set, but the manifest does not name it");
        }
    }

    @Test
    void missesAllPapersOfAnApprovedSet() throws IOException {
        takeTheApproved();
        for (String line : lines("manifest.json")) {
            String path = line.replaceAll("^ *\\{\"path\":\"([^\"]*)\".*", "$1");
            if (path.endsWith(".pdf") || path.endsWith(".xlsx")) {
                takeOut(path);
            }
        }

        assertThat(differences())
                .hasSize(10)
                .startsWith("committee-report.pdf: belongs to the set, but the manifest does not name it")
                .endsWith("ranking.xlsx: belongs to the set, but the manifest does not name it");
    }

    @Test
    void findsAPaperOfACompanyThatIsNotRanked() throws IOException {
        Path paper = copy.resolve("set/companies/" + companies.get(0) + ".pdf");
        Files.writeString(paper, "invented");
        inTheSet(
                "manifest.json",
                text -> text.replace(
                        "{\"path\":\"problems.csv\"",
                        "{\"path\":\"companies/7700000009.pdf\",\"size\":8,\"sha256\":\""
                                + sha256("companies/7700000009.pdf") + "\"},\n  {\"path\":\"problems.csv\""));

        assertThat(differences())
                .containsExactly("companies/7700000009.pdf: nothing gives it: no company of the ranking has it");
    }

    @Test
    void findsALogInASetThatIsSaidToBePreliminary() {
        takeTheApproved();
        inTheSet("manifest.json", text -> text.replace("\"approved\"", "\"preliminary\"")
                .replaceFirst(" \"approval\": [^\n]*\n", ""));

        assertThat(differences())
                .containsExactly(
                        "sealed/log.csv: belongs to an approved set, but the manifest says that this one is preliminary");
    }

    @Test
    void findsWhatALinkToAFolderHides() throws IOException {
        for (String ours : List.of("companies", "returns", "sealed")) {
            Path elsewhere = copy.resolve("elsewhere-" + ours);
            Files.move(copy.resolve("set").resolve(ours), elsewhere);
            Files.createSymbolicLink(copy.resolve("set").resolve(ours), elsewhere);
        }
        Files.writeString(copy.resolve("elsewhere-returns/stranger.csv"), "");
        Files.createSymbolicLink(copy.resolve("elsewhere-sealed/reports"), copy.resolve("inbox"));

        assertThat(differences())
                .containsExactly(
                        "companies: is a link; the set's files belong into a folder of the set itself",
                        "returns: is a link; the set's files belong into a folder of the set itself",
                        "returns/stranger.csv: the manifest does not name it",
                        "sealed: is a link; the set's files belong into a folder of the set itself",
                        "sealed/reports: the manifest does not name it");
    }

    private void takeOut(String file) throws IOException {
        Files.delete(copy.resolve("set").resolve(file));
        inTheSet("manifest.json", text -> text.replaceFirst(
                        " *\\{\"path\":\"" + Pattern.quote(file) + "\"[^}]*},?\n", "")
                .replaceFirst("},\n \\]", "}\n ]"));
    }

    @Test
    void findsAnotherRankOfTheYearBefore() {
        takeTheApproved();
        inTheSet("sealed/previous-ranking.csv", text -> text.replace("7700000016,5,40.25", "7700000016,7,40.25"));
        renew("set", "sealed/previous-ranking.csv");

        assertThat(differences())
                .startsWith(
                        "ranking.csv:2: 7700000016, previous_rank: stands 5, recomputed 7",
                        "ranking.csv:2: 7700000016, rank_change: stands 4, recomputed 6")
                .contains(json("7700000016") + ": 7700000016, previous_rank: stands 5, recomputed 7");
    }

    @Test
    void findsAnotherVerification() {
        takeTheApproved();
        inTheSet("sealed/verifications.csv", text -> text.replace("Покажите приказ", "Покажите решение"));
        renew("set", "sealed/verifications.csv");

        assertThat(differences()).hasSize(2);
        assertThat(differences().get(0))
                .startsWith("verification.csv:2: nothing gives this line: 7700000016,")
                .contains("Покажите приказ");
    }

    @Test
    void findsAnotherPreviousRanking() {
        inTheSet("sealed/previous-ranking.csv", text -> text + "7700000016,1,99.00\n");
        renew("set", "sealed/previous-ranking.csv");

        assertThat(differences())
                .containsExactly("sealed/previous-ranking.csv: holds a ranking of which the manifest does not know");
    }

    @Test
    void findsThatSealedFilesAreMissing() throws IOException {
        Files.delete(copy.resolve("set/sealed/decisions.csv"));

        assertThat(differences())
                .containsExactly(
                        "sealed/decisions.csv: missing",
                        "sealed/decisions.csv: missing, and without it the result cannot be recomputed");
    }

    private String[] afterALowerScore() {
        return Stream.of(AFTER_A_LOWER_SCORE)
                .map(line -> line.replace("{json}", json("7700000023")))
                .toArray(String[]::new);
    }

    /** {@return the place in ranking.json at which a company's object begins} */
    private String json(String company) {
        List<String> lines = lines("ranking.json");
        int inn = Math.max(
                lines.indexOf("   \"inn\": \"" + company + "\","), lines.indexOf("   \"inn\": \"" + company + "\""));
        assertThat(inn).isPositive();
        return "ranking.json:" + (lines.get(inn - 1).contains("rank") ? inn - 1 : inn);
    }

    private void takeTheApproved() {
        try {
            deleteTree(copy.resolve("set"));
            copyTree(published.resolve("approved"), copy.resolve("set"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines(String file) {
        try {
            return List.of(Files.readString(copy.resolve("set").resolve(file)).split("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private List<String> differences() {
        return told(copy.resolve("inbox"));
    }

    private List<String> differencesWithoutInbox() {
        return told(null);
    }

    private List<String> told(@Nullable Path inbox) {
        List<String> differences = new ArrayList<>();
        Proof proof =
                Recomputation.of(copy.resolve("set"), inbox, difference -> differences.add(difference.toString()));
        assertThat(proof.differences()).isEqualTo(differences.size());
        return differences;
    }

    private void inAFile(String file, int line, UnaryOperator<String> change) {
        inALine(copy.resolve("inbox").resolve(file), line, change);
    }

    private void inTheSet(String file, int line, UnaryOperator<String> change) {
        inALine(copy.resolve("set").resolve(file), line, change);
    }

    private void inTheSet(String file, UnaryOperator<String> change) {
        change(copy.resolve("set").resolve(file), change);
    }

    private static void inALine(Path file, int line, UnaryOperator<String> change) {
        change(file, text -> {
            String[] lines = text.split("(?<=\n)");
            lines[line - 1] = change.apply(lines[line - 1]);
            return String.join("", lines);
        });
    }

    private static void change(Path file, UnaryOperator<String> change) {
        try {
            String before = Files.readString(file, StandardCharsets.UTF_8);
            String after = change.apply(before);
            assertThat(after).isNotEqualTo(before);
            Files.writeString(file, after, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String sha256(String file) {
        try {
            return SealedFile.sha256(copy.resolve("set").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who tampers with a file may know of the manifest. */
    private void renew(String folder, String file) {
        try {
            Path changed = copy.resolve(folder).resolve(file);
            String entry = "{\"path\":\"" + file + "\",\"size\":" + Files.size(changed) + ",\"sha256\":\""
                    + SealedFile.sha256(changed) + "\"}";
            inTheSet(
                    "manifest.json",
                    text -> text.replaceFirst("\\{\"path\":\"" + Pattern.quote(file) + "\"[^}]*}", entry));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
