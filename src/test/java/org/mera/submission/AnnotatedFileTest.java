package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;

class AnnotatedFileTest {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    @TempDir
    private Path folder;

    @Test
    void addsAColumnAndLeavesAllElseAsItWas() throws IOException {
        String file = "inn;name\r\n\r\n 770 ;\"a \"\"b\"\"\nc\"\r\n7707083893;d\r\n";
        Problem problem =
                Problem.of(ProblemCode.BAD_INN, "f.csv", 3).withColumn("inn").withValue("770");

        assertThat(annotated(file, List.of(problem), Locale.ENGLISH))
                .isEqualTo(
                        "inn;name;problems\r\n\r\n 770 ;\"a \"\"b\"\"\nc\";\"error, column inn: the INN «770» is wrong:"
                                + " it has 10 or 12 digits with valid check digits; correct it, or the line is left out [bad-inn]\"\r\n"
                                + "7707083893;d;\r\n");
    }

    @Test
    void saysAllOfALineInTheOrderOfProblems() throws IOException {
        List<Problem> problems = List.of(
                Problem.of(ProblemCode.BLANK_SCORE, "f.csv", 2)
                        .withColumn(4)
                        .withCriterion(7)
                        .withDetails("0, 0.5", "1"),
                Problem.of(ProblemCode.BAD_INN, "f.csv", 2).withVariant("blank").asWarning());

        assertThat(annotated("a,b\n1,2", problems, RUSSIAN))
                .isEqualTo(
                        "a,b,Замечания\n1,2,\"предупреждение: ИНН не указан; впишите 10 или 12 цифр, иначе строка не будет учтена"
                                + " [bad-inn] | ошибка, критерий 7, столбец 4: оценка не поставлена; поставьте 0, 0.5 или 1"
                                + " (0, если соответствие не подтверждено) [blank-score]\"");
    }

    @Test
    void saysWhatBelongsToNoLineAtTheNearestOne() throws IOException {
        Problem ofFile = Problem.of(ProblemCode.BAD_INN, "f.csv", 1).withVariant("blank");
        Problem ofEmptyLine = ofFile(2);
        Problem behind = ofFile(9);

        assertThat(annotated("a,b\n\n1,2\n", List.of(behind, ofEmptyLine, ofFile), Locale.ENGLISH))
                .isEqualTo("a,b,\"problems: " + SENTENCE + "\"\n\n1,2,\"" + SENTENCE + " | " + SENTENCE + "\"\n");
    }

    private static final String SENTENCE =
            "error: the INN is missing; write its 10 or 12 digits, or the line is left out [bad-inn]";

    private static Problem ofFile(int line) {
        return Problem.of(ProblemCode.BAD_INN, "f.csv", line).withVariant("blank");
    }

    @Test
    void writesTheColumnOfAnEarlierCheckAnew() throws IOException {
        String once = annotated("a;b\n1;2\n3;4;5\n", List.of(ofFile(1), ofFile(2)), RUSSIAN);

        assertThat(annotated(once, List.of(), Locale.ENGLISH)).isEqualTo("a;b;problems\n1;2;\n3;4;5;;\n");
    }

    @Test
    void keepsTheEncodingAndTheByteOrderMark() throws IOException {
        assertThat(annotated("имя;b\nИмя;1\n".getBytes(WINDOWS_1251), List.of(), RUSSIAN))
                .isEqualTo("имя;b;Замечания\nИмя;1;\n".getBytes(WINDOWS_1251));
        assertThat(annotated("\uFEFFa;b\n1;2\n", List.of(), RUSSIAN)).isEqualTo("\uFEFFa;b;Замечания\n1;2;\n");
    }

    @Test
    void becomesUtf8WhereProblemsHaveLettersThatItsEncodingHasNot() throws IOException {
        Problem problem = Problem.of(ProblemCode.EXTRA_COLUMN, "f.csv", 2).withValue("≤");

        assertThat(new String(
                        annotated("имя;b\n\nИмя;1".getBytes(WINDOWS_1251), List.of(problem), RUSSIAN),
                        StandardCharsets.UTF_8))
                .startsWith("\uFEFFимя;b;Замечания\n\nИмя;1;")
                .contains("«≤»");
    }

    @Test
    void isNotMadeOfWhatHasNoLines() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), "a;\"b\n");

        assertThat(AnnotatedFile.write(file, List.of(), RUSSIAN, folder.resolve("out.csv")))
                .isFalse();
    }

    private String annotated(String file, List<Problem> problems, Locale language) throws IOException {
        return new String(annotated(file.getBytes(StandardCharsets.UTF_8), problems, language), StandardCharsets.UTF_8);
    }

    private byte[] annotated(byte[] content, List<Problem> problems, Locale language) throws IOException {
        Path file = Files.write(folder.resolve("f.csv"), content);
        Path target = folder.resolve("out.csv");
        assertThat(AnnotatedFile.write(file, problems, language, target)).isTrue();
        return Files.readAllBytes(target);
    }
}
