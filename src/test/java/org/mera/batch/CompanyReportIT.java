package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.cycle.JdbcRevisions;
import org.mera.cycle.JobFile;
import org.mera.cycle.JobOptions;
import org.mera.cycle.Revision;
import org.mera.cycle.RunSettings;
import org.mera.database.TestDatabase;
import org.mera.methodology.Methodologies;
import org.mera.methodology.Methodology;
import org.mera.ranking.JdbcStandings;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.Ranking;
import org.mera.report.CompanyPaperSource;
import org.mera.report.CompanyPapers;
import org.mera.report.OfficialTexts;
import org.mera.report.PaperCycle;
import org.mera.report.Papers;
import org.mera.report.PdfText;
import org.mera.report.VeraPdf;
import org.mera.scoring.Decisions;
import org.mera.submission.JdbcTables;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reports of the companies that come with the program, against ranking.json: every figure of it stands in the report. */
class CompanyReportIT {

    private static final Path JOB = Path.of("jobs", "annual-rating.yaml");
    private static final Methodology RATING = Methodologies.bundled("anti-corruption-rating");

    @Test
    void printsTheFiguresOfTheRanking(@TempDir Path folder) throws IOException {
        RunSettings settings = JobFile.load(JOB).settings(new JobOptions(null, null, folder, null, true, null));
        try (TestDatabase database = TestDatabase.create();
                ConfigurableApplicationContext context = BatchApplication.context(database.access())) {
            context.getBean(JobRuns.class).run(settings, Progress.NONE);
            Revision revision =
                    context.getBean(JdbcRevisions.class).newest(settings.year()).orElseThrow();
            Ranking ranking = context.getBean(JdbcStandings.class).ranking(revision, RATING, Decisions.NONE, Map.of());
            JsonNode json = JsonMapper.shared()
                    .readTree(Files.readString(folder.resolve("2025").resolve("ranking.json")));
            PaperCycle cycle = new PaperCycle(
                    "Рейтинг", settings.year(), RATING.version(), revision.cutoff(), revision.number(), null);
            CompanyPaperSource source =
                    new CompanyPaperSource(context.getBean(JdbcTables.class), RATING, ranking, cycle, Decisions.NONE);
            CompanyPapers papers =
                    new CompanyPapers(Papers.of(Locale.forLanguageTag("ru"), null), RATING, OfficialTexts.NONE);

            assertThat(json.at("/companies").size())
                    .isEqualTo(ranking.companies().size())
                    .isGreaterThan(10);
            for (int i = 0; i < ranking.companies().size(); i++) {
                RankedCompany ranked = ranking.companies().get(i);
                ByteArrayOutputStream pdf = new ByteArrayOutputStream();
                papers.print(source.paper(ranked), pdf);
                assertFigures(json.at("/companies/" + i), ranking, PdfText.of(pdf.toByteArray()));
                if (i % 10 == 0) {
                    assertThat(VeraPdf.faults(pdf.toByteArray())).isEmpty();
                }
            }
        }
    }

    private static void assertFigures(JsonNode company, Ranking ranking, PdfText pdf) {
        String text = pdf.running();
        String inn = company.get("inn").stringValue();
        assertThat(text)
                .contains(company.get("name").stringValue())
                .contains("ИНН " + inn + " ")
                .contains(figure(company, "indicator") + " % " + figure(company, "total") + " "
                        + company.get("rank").asInt() + " медиана ")
                .contains(place(company, "rank", ranking, other -> true))
                .contains("рейтинга: место "
                        + company.get("participation_rank").asInt() + " "
                        + place(company, "participation_rank", ranking, of(company, "participation")))
                .contains("Фактический суммарный показатель: C = C3 + C4 + C5 + C6 " + figure(company, "c3") + " "
                        + figure(company, "c4") + " " + figure(company, "c5") + " " + figure(company, "c6") + " "
                        + figure(company, "total"))
                .contains("/ 200,0 · 100 % " + figure(company, "indicator") + " %");
        company.get("sections").forEach(section -> assertThat(text)
                .contains(figure(section, "sum") + " из "
                        + plain(RATING.sections()
                                        .get(section.get("number").asInt() - 1)
                                        .criteria()
                                        .size()
                                * 4)
                        + " · " + figure(section, "percent") + " %"));
        company.get("layers").forEach(layer -> {
            if (layer.get("counts").asBoolean()) {
                assertScores(layer.get("scores"), pdf.text());
                assertThat(text)
                        .contains("Оценил эксперт: " + layer.get("expert").stringValue());
            }
        });
    }

    private static void assertScores(JsonNode scores, String text) {
        assertThat(scores.size()).isEqualTo(50);
        for (int i = 0; i < 50; i++) {
            StringJoiner line = new StringJoiner(" ");
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode score : scores.get(i)) {
                line.add(number(score.decimalValue(), 1));
                sum = sum.add(score.decimalValue());
            }
            assertThat(text).containsPattern("(?m)^" + (i + 1) + " .* " + line + " " + number(sum, 1) + "$");
        }
    }

    /** {@return what is said of a place} Counted from the ranking anew. */
    private static String place(JsonNode company, String rank, Ranking ranking, Predicate<RankedCompany> group) {
        Map<Integer, Integer> totals = new HashMap<>();
        ranking.companies().stream()
                .filter(group)
                .forEach(other -> totals.merge(other.standing().total(), 1, Integer::sum));
        int of = totals.values().stream().mapToInt(Integer::intValue).sum();
        int sharing = totals.getOrDefault(
                company.get("total").decimalValue().movePointRight(1).intValueExact() / 5, 0);
        assertThat(company.get(rank).asInt()).isBetween(1, of);
        return sharing == 1 ? "из " + of + " " : "из " + of + "; на этом месте компаний: " + sharing + " ";
    }

    private static Predicate<RankedCompany> of(JsonNode company, String participation) {
        String word = company.get(participation).stringValue();
        return other -> other.company().participation().word().equals(word);
    }

    private static String figure(JsonNode node, String name) {
        BigDecimal value = node.get(name).decimalValue();
        return number(value, name.equals("indicator") || name.equals("percent") ? 2 : 1);
    }

    private static String plain(int points) {
        return number(BigDecimal.valueOf(points), 1);
    }

    private static String number(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.UNNECESSARY)
                .toPlainString()
                .replace('.', ',');
    }
}
