package org.mera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.cli.Console.Result;
import org.mera.company.Company;
import org.mera.company.Participation;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.cycle.MethodologySource.Bundled;
import org.mera.cycle.MethodologySource.InFile;
import org.mera.sample.SampleOptions;
import org.mera.submission.CheckedFiles;

/** The commands that need no database: validate, template, sample. */
final class FileCommandsTest {

    private final FakeCapabilities capabilities = new FakeCapabilities();
    private final Console console = new Console(capabilities);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void validatesSoundFiles() {
        assertThat(console.run("validate", "pom.xml", "src"))
                .isEqualTo(new Result(
                        0,
                        "1 file, 1 company with a Table (1 without an error), rated year 2025: 0 errors, 0 warnings\n",
                        ""));
        assertThat(capabilities.asked)
                .containsExactly(new CheckOrder(
                        List.of(Path.of("pom.xml"), Path.of("src")),
                        null,
                        null,
                        new Bundled("anti-corruption-rating")));
    }

    @Test
    void printsProblemsWithTheirPlaces() {
        capabilities.checked = new CheckedFiles(
                2,
                3,
                2,
                null,
                false,
                false,
                List.of(
                        Problem.of(ProblemCode.EXTRA_COLUMN, "a.csv", 1).withColumn("Заметка"),
                        Problem.of(ProblemCode.BAD_SCORE, "a.csv", 12)
                                .withCriterion(7)
                                .withColumn(5),
                        Problem.of(ProblemCode.MISSING_CRITERION, "b/c.csv", 1_002)
                                .withCriterion(50),
                        Problem.of(ProblemCode.BAD_ENCODING, "b/d.csv", 3)));

        assertThat(console.run("validate", "pom.xml", "--lang", "en", "--year", "2024"))
                .isEqualTo(new Result(
                        1,
                        """
                        warning  a.csv:1: column Заметка: en sentence about extra-column [extra-column]
                        error    a.csv:12: criterion 7, column 5: en sentence about bad-score [bad-score]
                        error    b/c.csv:1002: criterion 50: en sentence about missing-criterion [missing-criterion]
                        error    b/d.csv:3: en sentence about bad-encoding [bad-encoding]

                        2 files, 3 companies with a Table (2 without an error): 3 errors, 1 warning
                        left out: whether the rated year is right (no Table names one; give --year)
                        left out: whether the companies are registered (no register among the files)
                        left out: whether the cited documents are listed and sound (no list of documents among the files)
                        """,
                        ""));
    }

    @Test
    void printsProblemsInRussianWithoutBeingAsked() {
        capabilities.checked = new CheckedFiles(
                1,
                1,
                1,
                2025,
                true,
                true,
                List.of(Problem.of(ProblemCode.BAD_SCORE, "a.csv", 12)
                        .withCriterion(7)
                        .withColumn(5)
                        .asWarning()));

        Result result = console.run(
                "validate", "pom.xml", "--methodology", "jobs/other.yaml", "--year", "2024", "--cutoff", "2025-03-31");

        assertThat(result.code()).isEqualTo(0);
        assertThat(result.out())
                .startsWith("warning  a.csv:12: критерий 7, столбец 5: ru sentence about bad-score [bad-score]\n");
        assertThat(capabilities.asked)
                .containsExactly(new CheckOrder(
                        List.of(Path.of("pom.xml")),
                        2024,
                        LocalDate.of(2025, 3, 31),
                        new InFile(Path.of("jobs", "other.yaml"))));
    }

    @Test
    void refusesAFolderWithoutFilesToCheck() {
        capabilities.checked = new CheckedFiles(0, 0, 0, null, false, false, List.of());

        assertThat(console.run("validate", "src"))
                .isEqualTo(new Result(2, "", "mera validate: found no *.csv file to check; see: mera help validate\n"));
    }

    @Test
    void writesTemplatesOfAllCompanies() {
        Path to = folder.resolve("формы");

        assertThat(console.run("template", "--register", "pom.xml", "--year", "2025", "--to", to.toString()))
                .isEqualTo(new Result(0, "Empty forms of 2 companies for the rated year 2025 are in " + to + "\n", ""));
        assertThat(capabilities.asked)
                .containsExactly(
                        capabilities.register(to, new Bundled("x")),
                        2025,
                        to,
                        new Bundled("anti-corruption-rating"),
                        Locale.forLanguageTag("ru"));
    }

    @Test
    void writesTheTemplateOfOneCompany() {
        console.run(
                "template",
                "--register",
                "pom.xml",
                "--year",
                "2025",
                "--to",
                folder.toString(),
                "--inn",
                "7736050003");

        assertThat(capabilities.asked)
                .startsWith(List.of(new Company("7736050003", "Пример-002", "", "", Participation.ON_SITE)));
    }

    @Test
    void refusesTheTemplateOfACompanyThatIsNotRegistered() {
        assertThat(console.run(
                        "template", "--register", "pom.xml", "--year", "2025", "--to", folder.toString(), "--inn", "1"))
                .isEqualTo(new Result(
                        2, "", "mera template: --inn: «1» is not in the register pom.xml; see: mera help template\n"));
    }

    @Test
    void writesASample() {
        Path to = folder.resolve("a").resolve("b");

        assertThat(console.run(
                        "sample",
                        "--companies",
                        "1200",
                        "--year",
                        "2025",
                        "--to",
                        to.toString(),
                        "--seed",
                        "-7",
                        "--faulty",
                        "5"))
                .isEqualTo(new Result(
                        0,
                        """
                        sample: 1,200 companies
                        sample: done, 1,200 companies in 0.0 s
                        An invented inbox of 1,200 companies for the rated year 2025 is in TO
                        """
                                .replace("TO", to.toString()),
                        ""));
        assertThat(capabilities.asked)
                .containsExactly(to, new SampleOptions(1200, 2025, -7, 5), new Bundled("anti-corruption-rating"));
    }

    @Test
    void leavesAFolderWithFilesAlone() throws IOException {
        Files.createFile(folder.resolve(".hidden"));

        assertThat(console.run("sample", "--companies", "1", "--year", "2025", "--to", folder.toString()))
                .isEqualTo(new Result(
                        2,
                        "",
                        "mera sample: the folder " + folder
                                + " is not empty, name a new or an empty one with --to; see: mera help sample\n"));
        assertThat(capabilities.asked).isEmpty();
    }
}
