package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.committee.JdbcDecisionLists;
import org.mera.committee.RatingFacts;
import org.mera.company.Inn;
import org.mera.csv.Problem;
import org.mera.cycle.JdbcRevisions;
import org.mera.cycle.Revision;
import org.mera.methodology.Methodologies;
import org.mera.methodology.Methodology;
import org.mera.ranking.JdbcStandings;
import org.mera.ranking.JdbcStatistics;
import org.mera.ranking.Ranking;
import org.mera.ranking.Statistics;
import org.mera.ranking.Summary;
import org.mera.report.CommitteePaper;
import org.mera.report.CommitteePaperSource;
import org.mera.report.CommitteePapers;
import org.mera.report.CompanyFindings;
import org.mera.report.JdbcFindings;
import org.mera.report.PaperCycle;
import org.mera.report.Papers;
import org.mera.report.PdfText;
import org.mera.scoring.Decisions;

/** What the committee's report prints of a run, from the database. */
class CommitteePaperIT {

    private static final Methodology METHODOLOGY = Methodologies.bundled("anti-corruption-rating");
    private static final String BEST = inn(9);
    private static final String SECOND = inn(1);
    private static final String DAMAGED = inn(2);
    private static final String REJECTED = inn(3);
    private static final String ABSENT = inn(4);
    private static final String UNKNOWN = inn(5);

    private final RatingHome home;

    CommitteePaperIT(@TempDir Path folder) {
        home = new RatingHome(folder)
                .write(
                        "companies.csv",
                        "inn;name;industry;region;participation\n"
                                + BEST + ";Пример-009;Связь;;очный\n"
                                + SECOND + ";Пример-001;Связь;;заочный\n"
                                + DAMAGED + ";Пример-002;связь;;заочный\n"
                                + REJECTED + ";Пример-003;;;заочный\n"
                                + ABSENT + ";Пример-004;;;заочный\n")
                .write(
                        "tables.csv",
                        TableText.of(BEST)
                                        .score(1, 3, "1", "Д1 п. 1")
                                        .score(3, 3, "1", "Д1 п. 2")
                                        .file()
                                + TableText.of(SECOND)
                                        .score(1, 3, "0,5", "Д1 п. 1")
                                        .lines()
                                + TableText.of(DAMAGED).lines()
                                + TableText.of(REJECTED)
                                        .with(7, "c5", "0,7")
                                        .without(8)
                                        .lines()
                                + TableText.of(UNKNOWN).lines())
                .write(
                        "documents.csv",
                        TableText.DOCUMENTS + TableText.localAct(BEST, "Д1") + TableText.localAct(SECOND, "Д1")
                                + DAMAGED + ";;Д7;local-act;Положение;15.мар;15.03.2024;Совет директоров;;\n"
                                + SECOND + ";;Д8;local-act;Положение;15.мар;15.03.2024;Совет директоров;;\n"
                                + BEST + ";;Д9;local-act;Положение;15.мар;15.03.2024;Совет директоров;;\n")
                .write("odd.csv", "a;b\n1;2\n");
    }

    private static String inn(int number) {
        return Inn.complete(String.format(Locale.ROOT, "99000%04d", number));
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void tellsTheProblemsCompanyByCompany() {
        CommitteePaper paper = inSnapshot(this::paper);

        List<String> toVerify =
                inSnapshot(revision -> sentences(paper.findings().toVerify()));
        List<String> rejected =
                inSnapshot(revision -> sentences(paper.findings().rejected()));
        List<String> notHandedIn =
                inSnapshot(revision -> sentences(paper.findings().notHandedIn()));
        List<String> ofNoCompany = inSnapshot(revision -> ofNoCompany(paper));

        assertThat(toVerify)
                .containsExactly(
                        "1 " + BEST + " Пример-009: documents.csv:6 warning spreadsheet-damaged",
                        "2 " + SECOND + " Пример-001: documents.csv:5 warning spreadsheet-damaged",
                        "3 " + DAMAGED + " Пример-002: documents.csv:4 warning spreadsheet-damaged");
        assertThat(rejected)
                .containsExactly(
                        "null " + REJECTED + " Пример-003: tables.csv:152 error missing-criterion",
                        "null " + REJECTED + " Пример-003: tables.csv:158 error bad-score",
                        "null " + UNKNOWN + " : tables.csv:201 error unknown-company");
        assertThat(notHandedIn)
                .containsExactly("null " + ABSENT + " Пример-004: companies.csv:6 warning no-submission");
        assertThat(ofNoCompany).containsExactly("odd.csv:1 error unknown-header");
    }

    @Test
    void tellsEveryProblemOfTheRunOnce() {
        CommitteePaper paper = inSnapshot(this::paper);

        List<String> told = inSnapshot(revision -> {
            List<String> all = new ArrayList<>();
            for (Iterator<CompanyFindings> each : List.of(
                    paper.findings().toVerify(),
                    paper.findings().rejected(),
                    paper.findings().notHandedIn())) {
                each.forEachRemaining(company -> company.problems().forEach(problem -> all.add(words(problem))));
            }
            all.addAll(ofNoCompany(paper));
            return all;
        });

        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(home.lines("problems.csv").stream()
                        .map(line -> line.split(",", -1))
                        .map(fields -> fields[0] + ":" + fields[1] + " " + fields[5] + " " + fields[6])
                        .toList());
    }

    @Test
    void countsTheScoresThatCount() {
        Statistics statistics = inSnapshot(this::paper).statistics();

        // Totals of 2, 0.5 and 0 points: mean 2.5/3, median 0.5, variance 4.25/3 − (2.5/3)²
        assertThat(statistics.totals())
                .contains(new Summary(
                        new BigDecimal("0.83"),
                        new BigDecimal("0.50"),
                        new BigDecimal("0.85"),
                        new BigDecimal("0.00"),
                        new BigDecimal("2.00")));
        assertThat(statistics.criteria().get(0).columns().get(0).counts()).containsExactly(1, 1, 1);
        assertThat(statistics.industries()).singleElement().satisfies(industry -> {
            assertThat(industry.name()).isEqualTo("Связь");
            assertThat(industry.companies()).isEqualTo(3);
            assertThat(industry.best().id()).isEqualTo(BEST);
        });
    }

    @Test
    void printsTheReportOfARun() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        inSnapshot(revision -> {
            new CommitteePapers(Papers.of(Locale.forLanguageTag("ru"), null)).print(paper(revision), out);
            return out.size();
        });

        String text = PdfText.of(out.toByteArray()).running();
        assertThat(text)
                .contains("Внесены в реестр 5 Представили Таблицу 5 — из них приняты 3 — из них отклонены 2")
                .contains("1 Пример-009 Связь очный 2,0 0,0 0,0 0,0 2,0 1,00 —")
                .contains("Место 1 · предупреждений: 1 · ИНН " + BEST + " графа «Номер» «15.мар»")
                .contains("Ошибок: 2 · предупреждений: 0 · ИНН " + REJECTED)
                .contains("Без наименования в реестре Ошибок: 1 · предупреждений: 0 · ИНН " + UNKNOWN)
                .contains("Пример-004 компания " + ABSENT)
                .contains("odd.csv 1");
    }

    @Test
    void refusesAnotherRankingThanTheStoredOne() {
        inSnapshot(this::paper);

        assertThatThrownBy(() -> inSnapshot(revision -> home.bean(JdbcStatistics.class)
                        .of(revision, METHODOLOGY, new Ranking(List.of()), Decisions.NONE)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(BEST + " has not the place that is stored of it");
    }

    private CommitteePaper paper(Revision revision) {
        JdbcStandings standings = home.bean(JdbcStandings.class);
        return new CommitteePaperSource(
                        standings,
                        home.bean(JdbcStatistics.class),
                        home.bean(JdbcFindings.class),
                        home.bean(JdbcDecisionLists.class))
                .paper(
                        revision,
                        METHODOLOGY,
                        standings.ranking(revision, METHODOLOGY, Decisions.NONE, Map.of()),
                        new PaperCycle(
                                METHODOLOGY.title().ru(),
                                RatingHome.YEAR,
                                METHODOLOGY.version(),
                                RatingHome.CUTOFF,
                                revision.number(),
                                null),
                        RatingFacts.NONE);
    }

    /** Runs the job, the first time, and looks at what is stored of it. */
    private <T> T inSnapshot(Function<Revision, T> look) {
        RunSummary summary = home.run();
        assertThat(summary.outcome()).isNotEqualTo(RunSummary.Outcome.FAILED);
        Revision revision = home.bean(JdbcRevisions.class).get(RatingHome.YEAR, summary.revision());
        AtomicReference<T> seen = new AtomicReference<>();
        home.bean(JdbcTransactions.class).inSnapshot(connection -> seen.set(look.apply(revision)));
        return Objects.requireNonNull(seen.get());
    }

    private static List<String> sentences(Iterator<CompanyFindings> companies) {
        List<String> sentences = new ArrayList<>();
        companies.forEachRemaining(company -> company.problems()
                .forEach(problem -> sentences.add(
                        company.rank() + " " + company.company() + " " + company.name() + ": " + words(problem))));
        return sentences;
    }

    private static List<String> ofNoCompany(CommitteePaper paper) {
        try (Stream<Problem> problems = paper.findings().ofNoCompany()) {
            return problems.map(CommitteePaperIT::words).toList();
        }
    }

    private static String words(Problem problem) {
        return problem.file() + ":" + problem.line() + " " + problem.severity().word() + " "
                + problem.code().code();
    }
}
