package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are made to fill the memory of whoever checks them: each in a process that has little. */
final class CsvBombIT {

    private static final String REGISTER = "ИНН;Наименование;Отрасль;Регион;Участие\n";
    private static final String TABLE =
            "ИНН;Год;Эксперт;Критерий;Столбец 3;Свидетельства 3;Пояснение 3;Столбец 4;Свидетельства 4;Пояснение 4;"
                    + "Столбец 5;Свидетельства 5;Пояснение 5;Столбец 6;Свидетельства 6;Пояснение 6;Направления;Сумма\n";
    private static final String LINE = "9712236725;2025;1;;;;;;;;;;;;;;;\n";
    private static final int MOST = 64 << 20;

    @TempDir
    private Path folder;

    @Test
    void oneHugeRecord() throws Exception {
        assertThat(checked(REGISTER + "7707083893;\"", i -> "x".repeat(1 << 16)))
                .isEqualTo("[2 malformed-csv]");
    }

    @Test
    void aMillionColumns() throws Exception {
        assertThat(checked("", i -> i < 16 ? ";".repeat(1 << 16) : null)).isEqualTo("[1 unknown-header]");
    }

    @Test
    void tenMillionEmptyLines() throws Exception {
        assertThat(checked(REGISTER, i -> i < 160 ? "\n".repeat(1 << 16) : null))
                .isEqualTo("[]");
    }

    @Test
    void linesOfDifferentCompanies() throws Exception {
        assertThat(checked(REGISTER, i -> i + ";;;;\n"))
                .isEqualTo(
                        "The files hold more than 300000 lines of different companies or problems; check them in smaller"
                                + " parts");
    }

    @Test
    void oneCompanyWithoutEnd() throws Exception {
        assertThat(checked(TABLE, i -> LINE))
                .startsWith("The lines of 9712236725 have ")
                .endsWith(" bytes, which is more than the 4194304 that are checked here");
    }

    @Test
    void oneCompanyWithNothingButFaults() throws Exception {
        assertThat(checked(TABLE, i -> i < (4 << 20) / LINE.length() ? LINE : null))
                .isEqualTo("The files have more than 100000 problems; check a part of them first");
    }

    /** {@return what is said of a file that begins so and goes on with these blocks, up to the largest that is taken} */
    private String checked(String begin, IntFunction<String> blocks) throws IOException, InterruptedException {
        Path file = folder.resolve("bomb.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(begin);
            long written = 0;
            for (int i = 0; written < MOST; i++) {
                String block = blocks.apply(i);
                if (block == null) {
                    break;
                }
                out.write(block);
                written += block.length();
            }
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LittleMemory.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return said;
    }
}
