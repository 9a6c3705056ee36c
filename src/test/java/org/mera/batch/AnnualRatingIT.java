package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.cycle.JobFile;
import org.mera.cycle.JobOptions;
import org.mera.cycle.RunSettings;
import org.mera.database.TestDatabase;
import org.springframework.context.ConfigurableApplicationContext;

/** The job that comes with the program, compared with what was reckoned without it and with what its description promises. */
class AnnualRatingIT {

    private static final Path JOBS = Path.of("jobs");

    @SuppressWarnings("NullAway.Init") // set before all else
    private static RunSummary summary;

    @BeforeAll
    static void runTheJob(@TempDir Path folder) {
        RunSettings settings = JobFile.load(JOBS.resolve("annual-rating.yaml"))
                .settings(new JobOptions(null, null, folder, null, true, null));
        try (TestDatabase database = TestDatabase.create();
                ConfigurableApplicationContext context = BatchApplication.context(database.access())) {
            summary = context.getBean(JobRuns.class).run(settings, Progress.NONE);
        }
    }

    @Test
    void acceptsAndRejectsAsManyAsItsDescriptionSays() throws IOException {
        Matcher counts = Pattern.compile(
                        "So (\\d+) companies are registered, (\\d+) handed a readable Table in, (\\d+) are accepted, (\\d+) rejected\\.")
                .matcher(Files.readString(JOBS.resolve("README.md"), StandardCharsets.UTF_8));
        assertThat(counts.find()).isTrue();

        assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(List.of(summary.registered(), summary.handedIn(), summary.accepted(), summary.rejected()))
                .isEqualTo(Stream.of(1, 2, 3, 4)
                        .map(group -> Integer.valueOf(counts.group(group)))
                        .toList());
        assertThat(summary.ranked()).isEqualTo(summary.accepted());
    }

    /** Ten companies' totals were summed from the files by other means than this program. */
    @Test
    void scoresAsAnIndependentComputationDoes() throws IOException {
        List<String> independent =
                csv("inn,total,indicator", Path.of("src/test/resources/golden/annual-rating-independent.csv"));

        Set<String> companies =
                independent.stream().map(line -> line.split(",", -1)[0]).collect(Collectors.toSet());
        assertThat(companies).hasSize(10);
        assertThat(output("ranking.csv").stream()
                        .map(line -> line.split(",", -1))
                        .filter(fields -> companies.contains(fields[1]))
                        .map(fields -> fields[1] + "," + fields[10] + "," + fields[11]))
                .containsExactlyInAnyOrderElementsOf(independent);
    }

    @Test
    void findsTheFaultsThatItsDescriptionNames() throws IOException {
        List<String> errors = output("problems.csv").stream()
                .filter(line -> line.contains(",error,"))
                .map(AnnualRatingIT::place)
                .toList();
        List<String> absent = output("problems.csv").stream()
                .filter(line -> line.contains(",no-submission,"))
                .map(AnnualRatingIT::place)
                .toList();

        assertThat(errors)
                .containsExactly(
                        "example-032/table.csv,4,9760384875,3,3,unknown-document",
                        "example-034/table.csv,20,9713471295,19,4,missing-evidence",
                        "example-035/table.csv,32,9790014504,31,3,unknown-document",
                        "example-036/table.csv,2,9766557718,42,criterion,missing-criterion",
                        "example-037/table.csv,25,9743100925,24,sum,sum-mismatch",
                        "example-038/table.csv,2,9719644138,,year,wrong-year",
                        "example-039/table.csv,51,,,,malformed-csv",
                        "experts/tables.csv,508,9752977462,7,5,bad-score");
        assertThat(absent)
                .containsExactly(
                        "companies.csv,40,9796187341,,,no-submission", "companies.csv,41,9772730551,,,no-submission");
        assertThat(output("problems.csv").stream().filter(line -> line.contains("spreadsheet-damaged")))
                .hasSize(1)
                .allMatch(line -> line.startsWith("example-032/documents.csv,"));
    }

    /** {@return file, line, company, criterion, column and code of a problem} */
    private static String place(String line) {
        String[] fields = line.split(",", -1);
        return String.join(",", List.of(fields[0], fields[1], fields[2], fields[3], fields[4], fields[6]));
    }

    private static List<String> output(String name) throws IOException {
        List<String> lines = Files.readAllLines(summary.folder().resolve(name), StandardCharsets.UTF_8);
        return lines.subList(1, lines.size());
    }

    private static List<String> csv(String header, Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        assertThat(lines.get(0)).isEqualTo(header);
        return lines.subList(1, lines.size());
    }
}
