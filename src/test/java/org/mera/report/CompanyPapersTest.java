package org.mera.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mera.company.Participation;
import org.mera.methodology.Methodologies;
import org.mera.methodology.Methodology;

class CompanyPapersTest {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final Methodology RATING = Methodologies.bundled("anti-corruption-rating");

    @Test
    void printsPdfA2u() throws IOException {
        byte[] pdf = usual().print(RUSSIAN);
        Files.write(Path.of("target/company.pdf"), pdf);

        assertThat(VeraPdf.faults(pdf)).isEmpty();
    }

    /** Scored throughout by a simple rule, as an expert might do it. */
    static InventedCompany usual() {
        InventedCompany company = new InventedCompany(RATING)
                .document("Д1", "ЛНА", "Антикоррупционная политика", "420-АК", "15.03.2021", "Совет директоров", "", "")
                .document(
                        "Д2",
                        "ЛНА",
                        "Кодекс деловой этики; правила о подарках",
                        "69-К",
                        "2022-06-06",
                        "Совет директоров",
                        "",
                        "")
                .document(
                        "Д3",
                        "решение",
                        "Протокол заседания комитета по аудиту",
                        "94-СД",
                        "07.10.2025",
                        "Совет директоров",
                        "",
                        "")
                .document(
                        "Д4",
                        "годовой отчёт",
                        "Годовой отчёт компании «Пример-017»",
                        "б/н",
                        "05.2026",
                        "Пример-017",
                        "",
                        "2025")
                .document(
                        "Д5",
                        "публикация",
                        "Раздел сайта «Комплаенс»",
                        "",
                        "20.01.2026",
                        "",
                        "https://example.org/compliance",
                        "2025")
                .document(
                        org.mera.submission.Assessor.COMPANY,
                        "К1",
                        "приказ",
                        "О назначении ответственного",
                        "17",
                        "01.02.2024",
                        "Генеральный директор",
                        "",
                        "");
        for (int criterion = 1; criterion <= 50; criterion++) {
            int rule = criterion * 7 % 11;
            company.score(criterion, 0, rule % 3, rule % 3 == 0 ? "" : "Д1 п. " + criterion + "; Д2 разд. " + rule);
            company.score(
                    criterion,
                    1,
                    (rule + 1) % 3,
                    (rule + 1) % 3 == 0
                            ? "упоминание без описания порядка"
                            : "Д2 п. " + criterion + ".1, " + criterion + ".4");
            company.score(criterion, 2, rule % 2, rule % 2 == 0 ? "" : "Д3 п. 5; К1");
            company.score(criterion, 3, (rule + 2) % 3, (rule + 2) % 3 == 0 ? "" : "Д4 с. 84–91; Д5");
            if (criterion % 5 == 0) {
                company.note(criterion, 1, "порядок описан подробно, сроки указаны")
                        .directions(criterion, "а, б; н/п: г");
            }
        }
        int[][] own = new int[50][4];
        for (int i = 0; i < 50; i++) {
            for (int column = 0; column < 4; column++) {
                own[i][column] = Math.min(2, (i * 7 + column) % 4);
            }
        }
        company.own(own);
        for (int i = 1; i <= 9; i++) {
            company.other(
                    InventedCompany.rival(
                            i,
                            i % 2 == 0 ? "энергетика" : "Связь",
                            i % 3 == 0 ? Participation.DESK : Participation.ON_SITE),
                    i % 3);
        }
        return company;
    }
}
