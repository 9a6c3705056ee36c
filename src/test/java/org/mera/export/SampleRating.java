package org.mera.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mera.company.Company;
import org.mera.company.Inn;
import org.mera.company.Participation;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.methodology.Methodology;
import org.mera.methodology.ScoreClass;
import org.mera.ranking.Counts;
import org.mera.ranking.PastRank;
import org.mera.ranking.Ranking;
import org.mera.ranking.Standing;
import org.mera.ranking.TestMethodology;
import org.mera.submission.Assessor;
import org.mera.submission.Submission;

/** A small invented rating: five ranked companies with awkward names, one rejected, one that handed in nothing. */
final class SampleRating {

    static final Methodology METHODOLOGY = TestMethodology.aMethodology()
            .classes(new ScoreClass("A", new BigDecimal("75")), new ScoreClass("B", new BigDecimal("40")))
            .build();
    static final Counts COUNTS = new Counts(7, 6, 5, 1, 2, 5);

    private static final String LONG_NAME = "Пример-004 " + "я".repeat(189);

    private static final byte[] SCORES = {2, 1, 0, 1, 2, 2, 2, 1, 2, 2, 2, 1};

    private SampleRating() {}

    static String inn(int number) {
        return Inn.complete(String.format(Locale.ROOT, "99000%04d", number));
    }

    static Ranking ranking() {
        return Ranking.of(METHODOLOGY, standings(), previous());
    }

    static List<Standing> standings() {
        return List.of(
                standing(inn(1), "Пример-001", "Лёгкая промышленность", Participation.ON_SITE, 0, 6, 5, 4, 3),
                standing(inn(2), "ООО \"Пример-002\", филиал", "", Participation.DESK, 2, 6, 6, 3, 3),
                standing(inn(3), "=cmd|' /C calc'!A1", "@Связь", Participation.DESK, 0, 0, 0, 0, 1),
                standing(inn(4), LONG_NAME, "легкая промышленность", Participation.ON_SITE, 11, 6, 6, 6, 6),
                standing(inn(5), "-Пример; 005", "Связь", Participation.ON_SITE, 0, 0, 0, 0, 0));
    }

    private static Map<String, PastRank> previous() {
        return Map.of(inn(1), new PastRank(4, "70.50"), inn(2), new PastRank(1, "90.25"), inn(3), new PastRank(4, ""));
    }

    static List<CompanyLayers> companies() {
        List<CompanyLayers> companies = new ArrayList<>();
        ranking().companies().forEach(ranked -> companies.add(CompanyLayers.of(ranked, layers(ranked.company()))));
        Layer faulty = new Layer(Assessor.EXPERT, "", true, true, "столы/7.csv", new int[] {4, 0, 2}, new byte[] {
            2, -1, 0, 1, -1, -1, -1, -1, 0, 0, 0, 0
        });
        companies.add(new CompanyLayers(inn(6), "Пример-006", Submission.Status.REJECTED, null, 3, 1, List.of(faulty)));
        companies.add(new CompanyLayers(inn(7), "", Submission.Status.NOT_HANDED_IN, null, 0, 1, List.of()));
        return companies;
    }

    /** The first company has an expert's Table and its own; the others an expert's alone. */
    private static List<Layer> layers(Company company) {
        Layer expert = new Layer(Assessor.EXPERT, "Эксперт-1", true, false, "столы/эксперт.csv", records(2), SCORES);
        Layer own = new Layer(Assessor.COMPANY, "", false, false, "own.csv", records(302), SCORES);
        return company.id().equals(inn(1)) ? List.of(expert, own) : List.of(expert);
    }

    /** {@return scores that make these sums: each column's points in its first criteria} Sections are not heeded. */
    static byte[] scores(Standing standing) {
        int columns = METHODOLOGY.columns().size();
        byte[] scores = new byte[METHODOLOGY.criterionCount() * columns];
        int[] left = standing.columnSums().clone();
        int most = METHODOLOGY.scale().maximumUnits();
        for (int cell = 0; cell < scores.length; cell++) {
            scores[cell] = (byte) Math.min(most, left[cell % columns]);
            left[cell % columns] -= scores[cell];
        }
        return scores;
    }

    private static int[] records(int first) {
        return new int[] {first, first + 1, first + 2};
    }

    /** By {@link Problem#ORDER}. */
    static List<Problem> problems() {
        return List.of(
                Problem.of(ProblemCode.NO_SUBMISSION, "companies.csv", 8).withCompany(inn(7)),
                Problem.of(ProblemCode.UNREADABLE_FILE, "закрыт.csv", 0),
                Problem.of(ProblemCode.BAD_DATE, "столы/7.csv", 2)
                        .withCompany(inn(6))
                        .withColumn("date")
                        .withValue("1.2.2025"),
                Problem.of(ProblemCode.BAD_SCORE, "столы/7.csv", 4)
                        .withCompany(inn(6))
                        .withCriterion(1)
                        .withColumn(4)
                        .withValue("-0,7; \"да\""),
                Problem.of(ProblemCode.UNKNOWN_DOCUMENT, "столы/7.csv", 12)
                        .withCompany(inn(6))
                        .withCriterion(2)
                        .withColumn(3)
                        .withValue("=Д1\nД2"),
                Problem.of(ProblemCode.UNKNOWN_KIND, "столы/7.csv", 13)
                        .withCompany(inn(6))
                        .withColumn("kind")
                        .asWarning());
    }

    /** Stands for the wording, so that these files do not change with every sentence. */
    static String wording(Problem problem) {
        return "Исправьте, пожалуйста: " + problem.code().code() + ", «" + problem.value() + "»";
    }

    private static Standing standing(
            String inn, String name, String industry, Participation participation, int warnings, int... columns) {
        int total = 0;
        for (int sum : columns) {
            total += sum;
        }
        int first = Math.min(total, 16);
        return Standing.of(
                METHODOLOGY,
                new Company(inn, name, industry, "Регион-1", participation),
                columns,
                new int[] {first, total - first},
                warnings);
    }
}
