package org.mera.report;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.mera.company.Participation;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;

/** Writes reports to look at: {@code CommitteeLook FOLDER COMPANIES ru|en}. */
final class CommitteeLook {

    private CommitteeLook() {}

    public static void main(String[] arguments) throws Exception {
        int companies = Integer.parseInt(arguments[1]);
        CommitteePaperBuilder paper = CommitteePaperBuilder.aPaper()
                .in(Locale.forLanguageTag(arguments[2]))
                .companies(companies);
        paper.company(
                CommitteePaperBuilder.inn(900001),
                "Общество с ограниченной ответственностью «Пример-900» <b>& \"филиал\" "
                        + "очень длинное наименование ".repeat(5),
                "Связь",
                Participation.ON_SITE,
                paper.scores(120),
                Problem.of(ProblemCode.SPREADSHEET_DAMAGED, "столы/эксперт-07.csv", 12)
                        .withColumn("number")
                        .withValue("15.мар"),
                Problem.of(ProblemCode.BLANK_SCORE, "столы/эксперт-07.csv", 14)
                        .withCriterion(7)
                        .withColumn(5)
                        .withDetails("0, 0,5", "1")
                        .asWarning());
        paper.rejected(
                CommitteePaperBuilder.inn(900002),
                "Пример-902",
                Problem.of(ProblemCode.BAD_SCORE, "столы/эксперт-08.csv", 12)
                        .withCriterion(7)
                        .withColumn(4)
                        .withValue("0,7")
                        .withDetails("0, 0,5", "1"),
                Problem.of(ProblemCode.BLANK_SCORE, "столы/эксперт-08.csv", 13)
                        .withCriterion(8)
                        .withColumn(3)
                        .withDetails("0, 0,5", "1"));
        paper.notHandedIn(CommitteePaperBuilder.inn(900003), "Пример-903");
        paper.ofNoCompany(
                Problem.of(ProblemCode.UNREADABLE_FILE, "закрыт.csv", 0).withVariant("denied"));
        CommitteePaper built = paper.build();
        CommitteePapers papers = new CommitteePapers(Papers.of(Locale.forLanguageTag(arguments[2]), null));
        for (int i = 0; i < (arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1); i++) {
            long start = System.nanoTime();
            Path file = Path.of(arguments[0], "committee-" + companies + ".pdf");
            try (OutputStream out = Files.newOutputStream(file)) {
                papers.print(built, out);
            }
            System.out.println(
                    file + " " + Files.size(file) + " bytes, " + (System.nanoTime() - start) / 1_000_000 + " ms");
        }
        long start = System.nanoTime();
        System.out.println(papers.fingerprint(built) + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
}
