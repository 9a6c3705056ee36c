package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.assertj.core.api.Assertions;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.company.Inn;
import org.mera.cycle.ChunkFailure.Since;
import org.mera.cycle.CycleException;
import org.mera.cycle.PaperSources;
import org.mera.seal.OutputSet;

/** The committee's papers as a run brings them: printed when they have to be, and not otherwise. */
class ReportsIT {

    private static final int COMPANIES = 3;
    private static final String COMMITTEE = "committee-report.pdf";

    private final RatingHome home;
    private final Path folder;
    private final List<String> companies = new ArrayList<>();

    ReportsIT(@TempDir Path folder) {
        this.folder = folder;
        this.home = new RatingHome(folder).chunkSize(2).reports();
    }

    @BeforeEach
    void fillInbox() {
        for (int i = 0; i < COMPANIES; i++) {
            companies.add(Inn.complete(Integer.toString(770_000_000 + i)));
        }
        home.write("companies.csv", register("Пример-0", "Пример-1", "Пример-2"));
        StringBuilder documents = new StringBuilder(TableText.DOCUMENTS);
        for (int i = 0; i < COMPANIES; i++) {
            home.write("table-" + i + ".csv", table(i, "Д1 п. 3"));
            documents.append(TableText.localAct(companies.get(i), "Д1"));
        }
        home.write("documents.csv", documents.toString());
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void printsOneOfEachRankedCompanyAndTheCommittees() {
        home.write("table-2.csv", table(2, "Д9 п. 1"));
        List<String> progress = new ArrayList<>();

        RunSummary summary = home.run(new Progress() {
            @Override
            public void stepStarted(String step, long total, String unit) {
                progress.add(step + ": " + total + " " + unit);
            }

            @Override
            public void advanced(long by) {}

            @Override
            public void stepFinished(String step) {}
        });

        assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(List.of(summary.printed(), summary.reports())).containsExactly(3, 3);
        assertThat(summary.files())
                .contains("ranking.xlsx", COMMITTEE, company(0), company(1))
                .doesNotContain(company(2));
        assertThat(progress).contains("report: 3 reports");
        assertThat(home.status().runs().get(0).reports()).isEqualTo(new RunStatus.Reports(3, 3));
        assertThat(home.status().runs().get(0).steps())
                .contains(new RunStatus.Step("report", "COMPLETED", 3, 3, "reports"));
        assertThat(ReportText.of(home.out().resolve(company(0))).text()).contains("Пример-0", companies.get(0));
        assertThat(ReportText.of(home.out().resolve(COMMITTEE)).text()).contains("Пример-0", "Пример-1", "Пример-2");
    }

    @Test
    void printsAgainExactlyWhatChanged() throws Exception {
        home.run();
        SortedMap<String, String> before = papers();

        home.write("table-1.csv", table(1, "Д1 п. 4"));
        RunSummary evidence = home.run();

        assertThat(List.of(evidence.printed(), evidence.reports())).containsExactly(1, 4);
        assertThat(changed(before)).containsExactly(company(1));
        assertThat(printedIn()).containsExactly("1", "1", "2", "1");
        assertThat(home.status().runs().get(0).reports()).isEqualTo(new RunStatus.Reports(1, 4));

        SortedMap<String, String> between = papers();
        home.write("companies.csv", register("Пример-0", "Пример-1", "Пример-22"));
        RunSummary name = home.run();

        assertThat(name.printed()).isEqualTo(2);
        assertThat(changed(between)).containsExactly(COMMITTEE, company(2));
        assertThat(ReportText.of(home.out().resolve(company(2))).text()).contains("Пример-22");
        assertThat(new OutputSet(home.out()).differences()).isEmpty();
    }

    @Test
    void printsNothingAgainWhereNothingChanged() {
        home.run();
        SortedMap<String, String> before = home.hashes();

        RunSummary summary = home.run();

        assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.UNCHANGED);
        assertThat(List.of(summary.printed(), summary.reports())).containsExactly(0, 4);
        assertThat(home.hashes()).isEqualTo(before);
    }

    @Test
    void printsAllAgainInAnotherLanguageAndByOtherWordingOrTexts() throws IOException {
        home.run();

        assertThat(home.language("en").run().printed()).isEqualTo(4);
        assertThat(ReportText.of(home.out().resolve(company(0))).text()).doesNotContain("Документы ");

        Path texts =
                Files.writeString(folder.resolve("texts.csv"), "номер;текст\n1;Официальный текст первого критерия\n");
        RunSummary withTexts =
                home.language("ru").reports(new PaperSources(null, texts)).run();
        assertThat(withTexts.printed()).isGreaterThanOrEqualTo(3);
        assertThat(ReportText.of(home.out().resolve(company(0))).text()).contains("Официальный текст первого критерия");
        assertThat(home.output("sealed/official-texts.csv")).isEqualTo(Files.readString(texts));

        Path own = Files.createDirectories(folder.resolve("own"));
        override(own, "wording_ru.properties", text -> text + "\npage.revision=Выпуск {0}\n");
        RunSummary withWording = home.reports(new PaperSources(own, texts)).run();
        assertThat(withWording.printed()).isEqualTo(4);
        assertThat(withWording.revision()).isEqualTo(4);
        assertThat(ReportText.of(home.out().resolve(company(0))).text()).contains("Выпуск 4");
        assertThat(home.output("sealed/reports/wording_ru.properties")).endsWith("page.revision=Выпуск {0}\n");

        override(own, "wording_ru.properties", text -> text + "\npage.revision=Издание {0}\n");
        assertThat(home.rerun().printed()).isEqualTo(4);
        assertThat(ReportText.of(home.out().resolve(COMMITTEE)).text()).contains("Издание 5");
    }

    @Test
    void makesAFailedChunkOfAReportThatFailsAndDoesJustThatAgain() throws Exception {
        home.run();
        SortedMap<String, String> before = home.hashes();
        home.write("companies.csv", register("Пример-00", "Пример-11", "Пример-22"));
        home.execute(
                """
                create function fail() returns trigger language plpgsql as $$
                begin
                    if new.company = '%s' then raise 'out of paper'; end if;
                    return new;
                end $$
                """
                        .formatted(companies.get(2)));
        home.execute("create trigger fail before insert on report for each row execute function fail()");

        RunSummary failed = home.run();

        assertThat(failed.outcome()).isEqualTo(RunSummary.Outcome.FAILED);
        assertThat(failed.failedInReportsOnly()).isTrue();
        assertThat(failed.causes()).containsExactly("ERROR: out of paper");
        assertThat(failed.messages())
                .containsExactly(
                        "1 chunk failed: ERROR: out of paper",
                        "Nothing was published, the files of revision 1 are as they were. Remove the cause, then rerun.");
        assertThat(visible(home.hashes())).isEqualTo(before);
        RunStatus.Run status = home.status().runs().get(0);
        assertThat(status.failedChunks())
                .extracting(
                        RunStatus.FailedChunk::step,
                        RunStatus.FailedChunk::items,
                        RunStatus.FailedChunk::unit,
                        RunStatus.FailedChunk::first,
                        RunStatus.FailedChunk::since)
                .containsExactly(Assertions.tuple("report", 1, "reports", companies.get(2), Since.FAILED));
        assertThat(status.steps()).contains(new RunStatus.Step("report", "FAILED", 3, 4, "reports"));

        home.execute("drop trigger fail on report");
        RunSummary restarted = home.rerun();

        assertThat(restarted.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(restarted.revision()).isEqualTo(failed.revision());
        assertThat(List.of(restarted.printed(), restarted.reports())).containsExactly(1, 4);
        assertThat(home.status().runs().get(0).reports()).isEqualTo(new RunStatus.Reports(4, 4));
        assertThat(ReportText.of(home.out().resolve(company(2))).text()).contains("Пример-22");
        assertThat(new OutputSet(home.out()).differences()).isEmpty();
        assertThat(visible(home.hashes())).isEqualTo(home.hashes());
    }

    @Test
    void tellsFileAndLineOfATemplateThatCannotBeRead() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        Path template = Files.writeString(own.resolve("committee-summary.jrxml"), "<jasperReport>\n<what\n");

        RunSummary summary = home.reports(new PaperSources(own, null)).run();

        assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.FAILED);
        assertThat(summary.causes()).hasSize(1);
        assertThat(summary.causes().get(0)).startsWith(template + ":");
    }

    @Test
    void refusesSourcesThatAreNotThere() {
        Path none = folder.resolve("none");

        assertThatThrownBy(() -> home.reports(new PaperSources(none, null)).run())
                .isInstanceOf(CycleException.class)
                .hasMessage("What the job names for its papers is not there: " + none
                        + "; put it there, or correct reports: or official-texts: in the job file");
    }

    @Test
    void takesOverWhatWasPrintedWhenTheSetCouldNotBePublished() throws IOException {
        Files.createDirectories(home.out());
        Files.writeString(home.out().resolve("companies"), "in the way");

        RunSummary failed = home.run();

        assertThat(failed.outcome()).isEqualTo(RunSummary.Outcome.FAILED);
        assertThat(failed.causes())
                .containsExactly("Cannot write to " + home.out() + ": a file stands where a folder is needed ("
                        + home.out().resolve("companies") + "); move it away or name another folder by --out");
        Files.delete(home.out().resolve("companies"));

        RunSummary restarted = home.rerun();

        assertThat(restarted.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(List.of(restarted.printed(), restarted.reports())).containsExactly(0, 4);
        assertThat(papers()).hasSize(4);
        assertThat(new OutputSet(home.out()).differences()).isEmpty();
    }

    @Test
    void restoresWhatIsMissingOrDamaged() throws IOException {
        home.run();
        SortedMap<String, String> before = home.hashes();
        Files.delete(home.out().resolve(COMMITTEE));
        Files.delete(home.out().resolve(company(1)));
        Files.writeString(home.out().resolve("ranking.xlsx"), "?");

        RunSummary summary = home.run();

        assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.UNCHANGED);
        assertThat(summary.messages())
                .containsExactly("Missing or damaged outputs were restored: " + COMMITTEE + ", " + company(1)
                        + ", ranking.xlsx");
        assertThat(List.of(summary.printed(), summary.reports())).containsExactly(2, 4);
        assertThat(home.hashes()).isEqualTo(before);
    }

    /** A paper bears the revision that it was printed in first, also where it is printed once more for a later one. */
    @Test
    void restoresWhatWasPrintedInAnEarlierRevision() throws Exception {
        home.run();
        home.write("table-1.csv", table(1, "Д1 п. 4"));
        home.run();
        SortedMap<String, String> before = home.hashes();
        for (String paper : papers().keySet()) {
            Files.delete(home.out().resolve(paper));
        }

        RunSummary summary = home.run();

        assertThat(List.of(summary.revision(), summary.printed(), summary.reports()))
                .containsExactly(2, 4, 4);
        assertThat(home.hashes()).isEqualTo(before);
        assertThat(printedIn()).containsExactly("1", "1", "2", "1");
        assertThat(home.status().runs().get(0).reports()).isEqualTo(new RunStatus.Reports(1, 4));
    }

    @Test
    void bearsTheEarlierRevisionWhereAnUnchangedReportHasToBePrintedForTheNext() throws Exception {
        home.run();
        SortedMap<String, String> before = papers();
        Files.delete(home.out().resolve(company(0)));
        home.write("table-1.csv", table(1, "Д1 п. 4"));

        RunSummary summary = home.run();

        assertThat(List.of(summary.revision(), summary.printed(), summary.reports()))
                .containsExactly(2, 2, 4);
        assertThat(changed(before)).containsExactly(company(1));
        assertThat(printedIn()).containsExactly("1", "1", "2", "1");
    }

    @Test
    void dropsTheReportOfACompanyThatIsRankedNoMore() throws Exception {
        home.run();
        home.write("table-0.csv", table(0, "Д9 п. 1"));

        RunSummary summary = home.run();

        assertThat(summary.reports()).isEqualTo(3);
        assertThat(papers().keySet()).containsExactly(COMMITTEE, company(1), company(2));
        assertThat(home.strings("select company from report order by company"))
                .containsExactly("", companies.get(1), companies.get(2));
    }

    @Test
    void printsTheCommitteesWhereNobodyIsRanked() {
        for (int i = 0; i < COMPANIES; i++) {
            home.write("table-" + i + ".csv", table(i, "Д9 п. 1"));
        }

        RunSummary summary = home.run();

        assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(List.of(summary.printed(), summary.reports())).containsExactly(1, 1);
        assertThat(papers().keySet()).containsExactly(COMMITTEE);
    }

    @Test
    void tellsWhichReportsThereAre() throws IOException {
        home.run();
        home.write("table-1.csv", table(1, "Д1 п. 4"));
        home.run();
        Files.delete(home.out().resolve(company(2)));

        Reports reports = home.bean(PublishedReports.class).of(null);

        assertThat(reports.folder()).isEqualTo(home.out());
        assertThat(reports.reports())
                .extracting(Report::company, Report::name, Report::file, Report::revision, Report::state)
                .containsExactly(
                        Assertions.tuple("", "", COMMITTEE, 1, Report.State.SOUND),
                        tuple(0, 1, Report.State.SOUND),
                        tuple(1, 2, Report.State.SOUND),
                        tuple(2, 1, Report.State.DAMAGED));
        assertThat(reports.reports().get(0).size())
                .isEqualTo(Files.size(home.out().resolve(COMMITTEE)));
    }

    private Tuple tuple(int number, int revision, Report.State state) {
        return Assertions.tuple(companies.get(number), "Пример-" + number, company(number), revision, state);
    }

    private String register(String... names) {
        StringBuilder register = new StringBuilder("inn;name;industry;region;participation\n");
        for (int i = 0; i < names.length; i++) {
            register.append(companies.get(i)).append(';').append(names[i]).append(";Банки;Регион-01;заочный\n");
        }
        return register.toString();
    }

    private String table(int number, String evidence) {
        return TableText.of(companies.get(number))
                .score(number + 1, 3, "1", evidence)
                .score(20, 4, "0,5", "Д1 п. 7")
                .file();
    }

    private String company(int number) {
        return "companies/" + companies.get(number) + ".pdf";
    }

    private List<String> printedIn() throws Exception {
        return home.strings("select revision from report order by company");
    }

    /** {@return the hashes of the published papers} */
    private SortedMap<String, String> papers() {
        SortedMap<String, String> papers = new TreeMap<>(home.hashes());
        papers.keySet().removeIf(name -> !name.endsWith(".pdf"));
        return papers;
    }

    private List<String> changed(SortedMap<String, String> before) {
        Predicate<Map.Entry<String, String>> same = paper -> paper.getValue().equals(before.get(paper.getKey()));
        return papers().entrySet().stream()
                .filter(same.negate())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static SortedMap<String, String> visible(SortedMap<String, String> files) {
        SortedMap<String, String> visible = new TreeMap<>(files);
        visible.keySet().removeIf(name -> name.startsWith("."));
        return visible;
    }

    private static void override(Path own, String name, UnaryOperator<String> change) throws IOException {
        String shipped = Files.readString(Path.of("reports").resolve(name), StandardCharsets.UTF_8);
        Files.writeString(own.resolve(name), change.apply(shipped), StandardCharsets.UTF_8);
    }
}
