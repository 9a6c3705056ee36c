package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mera.csv.Problem;
import org.mera.csv.TextEncoding;
import org.mera.methodology.Methodology;

/** Files as people write them: no false error, nothing lost, and what has to be verified. Five criteria with six directions each. */
class ExpertsFilesTest {

    private static final Methodology METHODOLOGY =
            TestMethodology.aMethodology().criteria(5).directions(6).build();

    @ParameterizedTest
    @CsvSource({
        "1, 7707083893, 25, ''",
        "2, 7736050003, 17, '4 3/3 warning missing-clause «лна-2»|4 3/5 warning after-rated-year «OT-1 разд. 3, разд. 4»'",
        "3, 7706107510, 17, ''"
    })
    void acceptsEachAsItIs(int expert, String inn, int halfPoints, String warnings) throws IOException {
        CompanyFile file = file(expert, inn);

        Submission submission = new Checker(METHODOLOGY, 2025, LocalDate.of(2026, 4, 1)).check(file);

        Said.by(submission)
                .places(Arrays.stream(warnings.split("\\|", -1))
                        .filter(warning -> !warning.isEmpty())
                        .map(warning -> "expert-" + expert + "-table.csv:" + warning)
                        .toArray(String[]::new));
        assertThat(submission.status()).isEqualTo(Submission.Status.ACCEPTED);
        assertThat(submission.counting().orElseThrow().lines().stream()
                        .flatMapToInt(line -> Arrays.stream(line.scores()))
                        .sum())
                .isEqualTo(halfPoints);
    }

    /** With a cutoff before all documents each cited one has an error, which shows that its citation was read. */
    @ParameterizedTest
    @CsvSource({
        "1, 7707083893, Д1 Д2 Д3 Д4 Д5 Д6 Д7 Д8 Д9 Д10",
        "2, 7736050003, ЛНА-1 ЛНА-2 ПЛ-1 ПР-1 ГО-25 РР-1 РР-2 ОТ-1 Pub1 ST1 DOG1",
        "3, 7706107510, А1 А2 А3 А4 А5 А6 С7 А8 А9 А10"
    })
    void findsEveryCitation(int expert, String inn, String codes) throws IOException {
        CompanyFile file = file(expert, inn);

        Submission submission = new Checker(METHODOLOGY, 2025, LocalDate.of(1990, 1, 1)).check(file);

        List<Integer> records = submission.problems().stream()
                .filter(Problem::isError)
                .map(Problem::line)
                .toList();
        assertThat(submission.documents())
                .filteredOn(document -> records.contains(document.record()))
                .extracting(SourceDocument::code)
                .containsExactly(codes.split(" ", -1));
    }

    private static CompanyFile file(int expert, String inn) throws IOException {
        Part documents = part(Form.DOCUMENTS, "expert-" + expert + "-documents.csv", inn);
        Part table = part(Form.TABLE, "expert-" + expert + "-table.csv", inn);
        return new CompanyFile(inn, List.of(TestInbox.entry(inn, 2)), List.of(documents, table));
    }

    private static Part part(Form form, String name, String inn) throws IOException {
        try (InputStream in = ExpertsFilesTest.class.getResourceAsStream("/checks/" + name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int end = text.indexOf('\n');
            String header = text.substring(0, end);
            char delimiter = header.indexOf(';') >= 0 ? ';' : ',';
            byte[] bytes = text.substring(end + 1).getBytes(StandardCharsets.UTF_8);
            Layout layout = new Layout(form, List.of(header.split(String.valueOf(delimiter), -1)));
            Range range = new Range(0, inn, 0, bytes.length, 2, 5, new byte[32]);
            return new Part(name, TextEncoding.UTF_8, delimiter, layout, range, bytes);
        }
    }
}
