package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mera.company.Participation;
import org.mera.methodology.DocumentKind;
import org.mera.methodology.Identification;

/** What is read from the bytes is what {@link DocumentReader} reads, and nothing is called sound in which that one finds a fault. */
class QuickDocumentsTest {

    private static final String INN = "7707083893";
    private static final LocalDate CUTOFF = LocalDate.of(2026, 5, 31);

    private final QuickDocuments quick = new QuickDocuments(CompanyRecords.heading(Identification.INN), CUTOFF);

    @Test
    void readsWhatACitationNeeds() {
        DocumentLists lists = read(
                        ";;Д1;ЛНА;Антикоррупционная политика;12-П;06.10.2023;Совет;;",
                        ";эксперт;Д1;годовой отчёт;Отчёт;;05.2026;Совет;;2024-2025",
                        ";;Д2;публикация;Страница;;2025;;https://example.org/d2;")
                .orElseThrow();

        assertThat(lists.isSound()).isTrue();
        assertThat(lists.documents()).extracting(ParsedDocument::code).containsExactly("Д1", "Д1", "Д2");
        ParsedDocument act = document(lists, Assessor.COMPANY, "Д1");
        assertThat(act.kind()).contains(DocumentKind.LOCAL_ACT);
        assertThat(act.firstDate()).contains(LocalDate.of(2023, 10, 6));
        assertThat(act.mayCover(2023)).isTrue();
        assertThat(act.mayCover(2025)).isFalse();
        ParsedDocument report = document(lists, Assessor.EXPERT, "Д1");
        assertThat(report.kind()).contains(DocumentKind.ANNUAL_REPORT);
        assertThat(report.mayCover(2024)).isTrue();
        assertThat(report.mayCover(2026)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";;Д1;ЛНА;Политика;12-П;06.10.2023;Совет;;",
                "; ;\"Д1\";local-act;\"Политика; часть\";12-П;2023-10-06;Совет;;",
                ";company;Д1;план;План;—;31.05.2026;Совет;;нет",
                ";;Д1;публикация;Страница;;05.2026;;https://example.org;2025, 2026"
            })
    void seesWhatIsSound(String line) {
        assertThat(read(line)).isPresent();
        assertThat(thoroughly(line).isSound()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";;Д1;ЛНА;—;12-П;06.10.2023;Совет;;",
                ";;Д1;ЛНА;Политика;нет;06.10.2023;Совет;;",
                ";;Д1;ЛНА;Политика;15.мар;06.10.2023;Совет;;",
                ";;Д1;ЛНА;Политика;7,7E+11;06.10.2023;Совет;;",
                ";;Д1;ЛНА;Политика;12-П;;Совет;;",
                ";;Д1;ЛНА;Политика;12-П;31.02.2023;Совет;;",
                ";;Д1;ЛНА;Политика;12-П;10.2023;Совет;;",
                ";;Д1;ЛНА;Политика;12-П;01.06.2026;Совет;;",
                ";;Д1;ЛНА;Политика;12-П;06.10.2023; - ;;",
                ";;Д1;ЛНА;Политика;12-П;06.10.2023;Совет;;20",
                ";;Д1;годовой отчёт;Отчёт;;2025;Совет;;",
                ";;Д1;публикация;Страница;;2025;;;",
                ";;Д1;письмо;Письмо;1;06.10.2023;Совет;;",
                ";;Д1;;Политика;12-П;06.10.2023;Совет;;",
                ";;;ЛНА;Политика;12-П;06.10.2023;Совет;;",
                ";;мар.15;ЛНА;Политика;12-П;06.10.2023;Совет;;",
                ";никто;Д1;ЛНА;Политика;12-П;06.10.2023;Совет;;",
                ";;Д1;ЛНА;Политика;12-П"
            })
    void leavesAFaultToTheReader(String line) {
        assertThat(read(line)).isEmpty();
        assertThat(thoroughly(line).isSound()).isFalse();
    }

    @Test
    void leavesWhatIsNotPlainToTheReader() {
        String document = ";;Д1;ЛНА;Политика;12-П;06.10.2023;Совет;;";

        assertThat(read(document, document)).isEmpty();
        assertThat(read(document, document.replace("Д1", "д1"))).isEmpty();
        assertThat(read(document + ";")).isEmpty();
    }

    private Optional<DocumentLists> read(String... lines) {
        return quick.read(company(lines));
    }

    private static DocumentLists thoroughly(String... lines) {
        return new DocumentReader(new CompanyRecords(Identification.INN, INN), new DocumentRules(CUTOFF), true)
                .read(company(lines).parts());
    }

    private static CompanyFile company(String... lines) {
        List<String> whole = new ArrayList<>(List.of(CheckerTest.Given.DOCUMENTS));
        for (String line : lines) {
            whole.add(INN + line);
        }
        return TestInbox.of(INN, Participation.DESK)
                .documents("d.csv", whole.toArray(String[]::new))
                .build();
    }

    private static ParsedDocument document(DocumentLists lists, Assessor assessor, String code) {
        return Objects.requireNonNull(
                lists.byList().getOrDefault(assessor, Map.of()).get(code));
    }
}
