package org.mera.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.mera.csv.Problem;
import org.mera.methodology.Column;
import org.mera.methodology.Methodology;
import org.mera.methodology.Section;
import org.mera.ranking.CriterionStatistics;
import org.mera.ranking.Mean;
import org.mera.ranking.PastRank;
import org.mera.ranking.RankRange;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.ScoreShares;
import org.mera.ranking.Standing;

/**
 * {@code ranking.xlsx}: the ranking and what the committee asks of it, in typed cells. Identities are texts, so that leading zeros live; points and
 * percentages are numbers; no text runs as a formula.
 */
public final class RankingWorkbook {

    private final WorkbookContent content;
    private final Methodology methodology;
    private final Figures figures;
    private final WorkbookWording wording;
    private final Workbook workbook;

    private RankingWorkbook(WorkbookContent content, Locale language, Workbook workbook) {
        this.content = content;
        this.methodology = content.methodology();
        this.figures = new Figures(methodology);
        this.wording = new WorkbookWording(language);
        this.workbook = workbook;
    }

    /**
     * Writes the workbook and closes the stream.
     *
     * @param problems in the order of problems.csv; read once
     */
    public static void write(WorkbookContent content, Iterator<Problem> problems, Locale language, OutputStream out)
            throws IOException {
        write(content, problems, problem -> problem.message(language), language, Worksheet.MAX_ROWS - 1, out);
    }

    /** As {@link #write}, with sentences of the caller's and so many problems on a sheet at most. */
    static void write(
            WorkbookContent content,
            Iterator<Problem> problems,
            Function<Problem, String> sentences,
            Locale language,
            int rowsOfASheet,
            OutputStream out)
            throws IOException {
        WorkbookFile.write(
                content.methodology().title().in(language) + ", " + content.year(),
                workbook -> new RankingWorkbook(content, language, workbook).sheets(problems, sentences, rowsOfASheet),
                out);
    }

    private void sheets(Iterator<Problem> problems, Function<Problem, String> sentences, int rowsOfASheet)
            throws IOException {
        ranking();
        sections();
        columns();
        criteria();
        criteriaByColumn();
        companiesBySection();
        new WorkbookDecisions(methodology, content.decisions(), wording, this::sheet, identity()).write();
        WorkbookProblems told = new WorkbookProblems(wording, sentences, this::sheet, identity(), rowsOfASheet);
        told.write(problems);
        if (WorkbookAgreement.isKnown(content)) {
            new WorkbookAgreement(content, wording, this::sheet).write();
        }
        new WorkbookFacts(content, wording, this::sheet).write(told);
        files();
    }

    private WorkbookSheet sheet(String name, int frozen, List<WorkbookColumn> columns) {
        return new WorkbookSheet(
                workbook.newWorksheet(name), columns, wording.of("shortened"), frozen, wording.of("page", name));
    }

    private String identity() {
        return Headings.identity(methodology.identification(), wording.language());
    }

    private void ranking() throws IOException {
        List<WorkbookColumn> columns = new ArrayList<>(List.of(
                WorkbookColumn.whole(wording.of("rank"), 7),
                WorkbookColumn.text(identity(), 15),
                WorkbookColumn.longText(wording.of("name"), 36),
                WorkbookColumn.longText(wording.of("industry"), 19),
                WorkbookColumn.longText(wording.of("region"), 13),
                WorkbookColumn.text(wording.of("participation"), 14)));
        for (Column column : methodology.columns()) {
            columns.add(WorkbookColumn.points(wording.of("column", column.number())));
        }
        columns.addAll(List.of(
                WorkbookColumn.points(wording.of("total")),
                WorkbookColumn.twoDecimals(wording.of("indicator")),
                WorkbookColumn.text(wording.of("class"), 8),
                WorkbookColumn.whole(wording.of("participation-rank"), 14),
                WorkbookColumn.whole(wording.of("industry-rank"), 10),
                WorkbookColumn.whole(wording.of("previous-rank"), 9),
                new WorkbookColumn(wording.of("rank-change"), 11, WorkbookColumn.Format.CHANGE),
                WorkbookColumn.twoDecimals(wording.of("previous-indicator")),
                WorkbookColumn.whole(wording.of("warnings"), 19)));
        if (content.facts().sensitivity().isKnown()) {
            columns.add(WorkbookColumn.whole(wording.of("rank-best"), 14));
            columns.add(WorkbookColumn.whole(wording.of("rank-worst"), 14));
        }
        try (WorkbookSheet sheet = sheet(wording.of("sheet.ranking"), 3, columns)) {
            for (RankedCompany ranked : content.ranking().companies()) {
                row(sheet, ranked);
            }
        }
    }

    private void row(WorkbookSheet sheet, RankedCompany ranked) throws IOException {
        Standing standing = ranked.standing();
        sheet.number(ranked.rank())
                .text(ranked.company().id())
                .text(ranked.company().name())
                .text(ranked.company().industry())
                .text(ranked.company().region())
                .text(ranked.company().participation().word(wording.language()));
        for (int sum : standing.columnSums()) {
            sheet.number(figures.points(sum));
        }
        sheet.number(figures.points(standing.total()))
                .number(figures.indicator(standing.total()))
                .text(standing.scoreClass())
                .number(ranked.participationRank());
        Integer industryRank = ranked.industryRank();
        if (industryRank == null) {
            sheet.empty();
        } else {
            sheet.number(industryRank.intValue());
        }
        PastRank previous = ranked.previous();
        if (previous == null) {
            sheet.empty().empty().empty();
        } else {
            sheet.number(previous.rank())
                    .number(ranked.rankChange().orElseThrow())
                    .number(previous.indicator());
        }
        sheet.number(standing.warnings());
        if (content.facts().sensitivity().isKnown()) {
            RankRange range =
                    content.facts().sensitivity().range(ranked.company().id()).orElseThrow();
            sheet.number(range.best()).number(range.worst());
        }
        sheet.end();
    }

    private void sections() throws IOException {
        List<WorkbookColumn> columns = new ArrayList<>(List.of(
                WorkbookColumn.whole(wording.of("number"), 6),
                WorkbookColumn.longText(wording.of("section"), 70),
                WorkbookColumn.text(wording.of("criteria"), 12)));
        columns.addAll(means());
        try (WorkbookSheet sheet = sheet(wording.of("sheet.sections"), 0, columns)) {
            for (int i = 0; i < content.statistics().sections().size(); i++) {
                Section section = methodology.sections().get(i);
                sheet.number(section.number())
                        .text(section.title().in(wording.language()))
                        .text(range(section));
                mean(sheet, content.statistics().sections().get(i));
            }
        }
    }

    private static String range(Section section) {
        int first = section.criteria().get(0).number();
        int last = section.criteria().get(section.criteria().size() - 1).number();
        return first == last ? Integer.toString(first) : first + "–" + last;
    }

    private void columns() throws IOException {
        List<WorkbookColumn> columns = new ArrayList<>(List.of(
                WorkbookColumn.whole(wording.of("number"), 6),
                WorkbookColumn.longText(wording.of("column-title"), 70)));
        columns.addAll(means());
        try (WorkbookSheet sheet = sheet(wording.of("sheet.columns"), 0, columns)) {
            for (int i = 0; i < content.statistics().columns().size(); i++) {
                Column column = methodology.columns().get(i);
                sheet.number(column.number()).text(column.title().in(wording.language()));
                mean(sheet, content.statistics().columns().get(i));
            }
        }
    }

    private List<WorkbookColumn> means() {
        return List.of(
                WorkbookColumn.points(wording.of("maximum")),
                WorkbookColumn.twoDecimals(wording.of("mean")),
                WorkbookColumn.twoDecimals(wording.of("mean-percent")));
    }

    private static void mean(WorkbookSheet sheet, Mean mean) throws IOException {
        sheet.number(mean.maximum())
                .number(mean.points())
                .number(mean.percent())
                .end();
    }

    private void criteria() throws IOException {
        List<WorkbookColumn> columns = new ArrayList<>(List.of(
                WorkbookColumn.whole(wording.of("number"), 6),
                WorkbookColumn.longText(wording.of("criterion"), 60),
                WorkbookColumn.whole(wording.of("section"), 8)));
        shares(columns);
        for (Column column : methodology.columns()) {
            columns.add(WorkbookColumn.twoDecimals(wording.of("column-mean", column.number())));
        }
        try (WorkbookSheet sheet = sheet(wording.of("sheet.criteria"), 2, columns)) {
            for (CriterionStatistics criterion : content.statistics().criteria()) {
                sheet.number(criterion.number())
                        .text(title(criterion))
                        .number(sectionOf(criterion).number());
                shares(sheet, criterion.all());
                criterion.columns().forEach(column -> sheet.number(column.mean()));
                sheet.end();
            }
        }
    }

    private void criteriaByColumn() throws IOException {
        List<WorkbookColumn> columns = new ArrayList<>(List.of(
                WorkbookColumn.whole(wording.of("number"), 6),
                WorkbookColumn.longText(wording.of("criterion"), 60),
                WorkbookColumn.whole(wording.of("column-title"), 9)));
        shares(columns);
        try (WorkbookSheet sheet = sheet(wording.of("sheet.criteria-by-column"), 2, columns)) {
            for (CriterionStatistics criterion : content.statistics().criteria()) {
                for (int i = 0; i < criterion.columns().size(); i++) {
                    sheet.number(criterion.number())
                            .text(title(criterion))
                            .number(methodology.columns().get(i).number());
                    shares(sheet, criterion.columns().get(i));
                    sheet.end();
                }
            }
        }
    }

    private void shares(List<WorkbookColumn> columns) {
        columns.add(WorkbookColumn.twoDecimals(wording.of("mean")));
        columns.add(WorkbookColumn.twoDecimals(wording.of("mean-percent")));
        for (int units = 0; units <= methodology.scale().maximumUnits(); units++) {
            columns.add(WorkbookColumn.twoDecimals(
                    wording.of("share", WorkbookNumbers.score(methodology.scale(), units, wording.language()))));
        }
    }

    private static void shares(WorkbookSheet sheet, ScoreShares shares) {
        sheet.number(shares.mean()).number(shares.percent());
        for (int units = 0; units < shares.counts().size(); units++) {
            sheet.number(shares.share(units));
        }
    }

    private String title(CriterionStatistics criterion) {
        return methodology.criterion(criterion.number()).orElseThrow().title().in(wording.language());
    }

    private Section sectionOf(CriterionStatistics criterion) {
        return methodology.sections().stream()
                .filter(each -> each.criteria().stream().anyMatch(one -> one.number() == criterion.number()))
                .findFirst()
                .orElseThrow();
    }

    private void companiesBySection() throws IOException {
        List<WorkbookColumn> columns = new ArrayList<>(List.of(
                WorkbookColumn.whole(wording.of("rank"), 7),
                WorkbookColumn.text(identity(), 15),
                WorkbookColumn.longText(wording.of("name"), 36)));
        for (Section section : methodology.sections()) {
            columns.add(new WorkbookColumn(
                    section.number() + ". " + section.title().in(wording.language()) + ", %",
                    21,
                    WorkbookColumn.Format.TWO_DECIMALS));
        }
        try (WorkbookSheet sheet = sheet(wording.of("sheet.companies-by-section"), 3, columns)) {
            for (RankedCompany ranked : content.ranking().companies()) {
                sheet.number(ranked.rank())
                        .text(ranked.company().id())
                        .text(ranked.company().name());
                int[] sums = ranked.standing().sectionSums();
                for (int section = 0; section < sums.length; section++) {
                    sheet.number(figures.percent(section, sums[section]));
                }
                sheet.end();
            }
        }
    }

    private void files() throws IOException {
        List<WorkbookColumn> columns = List.of(
                WorkbookColumn.longText(wording.of("file"), 60),
                WorkbookColumn.whole(wording.of("size"), 14),
                WorkbookColumn.text(wording.of("sha256"), 78));
        try (WorkbookSheet sheet = sheet(wording.of("sheet.files"), 0, columns)) {
            for (WorkbookContent.InputFile file : content.files()) {
                sheet.text(file.file()).number(file.size()).text(file.sha256()).end();
            }
        }
    }
}
