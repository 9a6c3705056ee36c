package org.mera.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mera.csv.Problem;
import org.mera.methodology.Identification;

class ReturnsCsvTest {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    @Test
    void listsACompanysProblemsForExcelInRussian() {
        Golden.assertWrites(
                "return.csv",
                out -> ReturnsCsv.write(ofTheCompany(), RUSSIAN, SampleRating::wording, Identification.INN, out));
    }

    @Test
    void listsThemInEnglish() {
        Golden.assertWrites(
                "return-en.csv",
                out -> ReturnsCsv.write(
                        ofTheCompany(), Locale.ENGLISH, SampleRating::wording, Identification.INN, out));
    }

    @Test
    void putsTheProblemsInOrder() {
        List<Problem> shuffled = new ArrayList<>(ofTheCompany());
        Collections.shuffle(shuffled, new Random(7));

        Golden.assertWrites(
                "return.csv",
                out -> ReturnsCsv.write(shuffled, RUSSIAN, SampleRating::wording, Identification.INN, out));
    }

    @Test
    void namesTheIdentityByTheMethodology() {
        assertThat(Golden.text(out -> ReturnsCsv.write(List.of(), RUSSIAN, Identification.CODE, out)))
                .isEqualTo("\uFEFFФайл;Строка;Код;Критерий;Столбец;Важность;Код замечания;Значение;Что исправить\r\n");
        assertThat(Golden.text(out -> ReturnsCsv.write(List.of(), Locale.UK, Identification.CODE, out)))
                .isEqualTo("\uFEFFFile;Line;ID;Criterion;Column;Severity;Code;Value;What to do\r\n");
    }

    private static List<Problem> ofTheCompany() {
        return SampleRating.problems().stream()
                .filter(problem -> problem.company().equals(SampleRating.inn(6)))
                .toList();
    }
}
