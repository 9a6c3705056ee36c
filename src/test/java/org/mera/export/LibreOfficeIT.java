package org.mera.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import java.io.File;
import java.io.OutputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The workbook as LibreOffice reads it; left out where there is none. */
class LibreOfficeIT {

    private static final String OFFICE = "soffice";

    /** CSV of every sheet, values and not their look: comma, quote, UTF-8. */
    private static final String EVERY_SHEET =
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

    static boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(OFFICE)));
    }

    @Test
    @EnabledIf("isInstalled")
    void readsTheValuesOfRankingCsv(@TempDir Path folder) throws Exception {
        Path workbook = folder.resolve("ranking.xlsx");
        try (OutputStream out = Files.newOutputStream(workbook)) {
            RankingWorkbook.write(
                    RankingWorkbookTest.content(),
                    SampleRating.problems().iterator(),
                    SampleRating::wording,
                    Locale.ENGLISH,
                    100,
                    out);
        }

        convert(folder, workbook);

        List<List<String>> expected =
                rows(Golden.text(out -> RankingCsv.write(SampleRating.METHODOLOGY, SampleRating.ranking(), out)));
        List<List<String>> ranking = rows(Files.readString(folder.resolve("ranking-Ranking.csv")));
        assertThat(ranking.subList(1, ranking.size())).isEqualTo(expected.subList(1, expected.size()));
        assertThat(rows(Files.readString(folder.resolve("ranking-Problems.csv"))))
                .hasSize(SampleRating.problems().size() + 1);
        assertThat(folder.resolve("ranking-Facts.csv")).exists();
    }

    private static void convert(Path folder, Path workbook) throws Exception {
        Path told = folder.resolve("told.txt");
        ProcessBuilder office = new ProcessBuilder(
                        OFFICE,
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        EVERY_SHEET,
                        "--outdir",
                        folder.toString(),
                        workbook.toString())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile());
        office.environment().put("LC_ALL", "C.UTF-8");
        Process process = office.start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as(Files.readString(told, StandardCharsets.UTF_8))
                .isZero();
    }

    /** {@return the cells of a file} Numbers without the zeros behind their point, which are a matter of look; texts without a defusing quote. */
    private static List<List<String>> rows(String csv) throws Exception {
        try (CSVReader reader = new CSVReaderBuilder(new StringReader(csv))
                .withCSVParser(new RFC4180ParserBuilder().build())
                .build()) {
            return reader.readAll().stream()
                    .map(row -> Arrays.stream(row).map(LibreOfficeIT::value).toList())
                    .toList();
        }
    }

    private static String value(String cell) {
        if (cell.matches("-?[0-9]+\\.[0-9]+")) {
            return new BigDecimal(cell).stripTrailingZeros().toPlainString();
        }
        return cell.matches("(?s)'[=@-].*") ? cell.substring(1) : cell;
    }
}
