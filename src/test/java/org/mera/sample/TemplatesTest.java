package org.mera.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.company.Company;
import org.mera.company.Participation;
import org.mera.methodology.Criterion;
import org.mera.methodology.Methodologies;
import org.mera.methodology.Methodology;

class TemplatesTest {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final Methodology METHODOLOGY = Methodologies.bundled("anti-corruption-rating");
    private static final Company COMPANY =
            new Company("9787545368", "Пример-001", "Торговля", "Регион-13", Participation.DESK);
    private static final Company PARK = new Company("Парк/7", "Пример-007", "", "", Participation.DESK);

    private final Path folder;

    TemplatesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void listsEveryCriterionOnceWithItsTitle() throws IOException {
        new Templates().write(List.of(COMPANY), 2025, folder, METHODOLOGY, RUSSIAN);

        assertThat(names()).containsExactly("9787545368-documents.csv", "9787545368-table.csv", "criteria.txt");
        List<List<String>> records = CsvText.records(folder.resolve("9787545368-table.csv"));
        assertThat(records.get(0))
                .containsExactly(
                        "ИНН",
                        "Год",
                        "Кто оценил",
                        "Эксперт",
                        "Заключение",
                        "Критерий",
                        "Название критерия",
                        "Столбец 3",
                        "Свидетельства 3",
                        "Пояснение 3",
                        "Столбец 4",
                        "Свидетельства 4",
                        "Пояснение 4",
                        "Столбец 5",
                        "Свидетельства 5",
                        "Пояснение 5",
                        "Столбец 6",
                        "Свидетельства 6",
                        "Пояснение 6",
                        "Направления",
                        "Сумма");
        assertThat(records.stream().skip(1).map(record -> record.subList(0, 7)))
                .containsExactlyElementsOf(METHODOLOGY.criteria().stream()
                        .map(criterion -> List.of(
                                "9787545368",
                                "2025",
                                "",
                                "",
                                "",
                                Integer.toString(criterion.number()),
                                criterion.title().ru()))
                        .toList());
        assertThat(records.stream().skip(1).flatMap(record -> record.stream().skip(7)))
                .containsOnly("");
    }

    @Test
    void writesTheHeadingsOfTheDocumentsAndNothingElse() throws IOException {
        new Templates().write(List.of(COMPANY), 2025, folder, METHODOLOGY, RUSSIAN);

        assertThat(Files.readString(folder.resolve("9787545368-documents.csv"), UTF_8))
                .isEqualTo(
                        "\uFEFFИНН;Кто оценил;Код документа;Вид;Название;Номер;Дата;Кем принят;Ссылка;Отчётный год\r\n");
    }

    @Test
    void explainsEveryCriterionWithItsDirectionsByLetter() throws IOException {
        new Templates().write(List.of(COMPANY), 2025, folder, METHODOLOGY, RUSSIAN);

        List<String> lines = Files.readAllLines(folder.resolve("criteria.txt"), UTF_8);
        for (Criterion criterion : METHODOLOGY.criteria()) {
            int place =
                    lines.indexOf(criterion.number() + ". " + criterion.title().ru());
            assertThat(place).as("criterion %d", criterion.number()).isPositive();
            for (int i = 0; i < criterion.directions().size(); i++) {
                assertThat(lines.get(place + 1 + i))
                        .isEqualTo("   " + "абвгдежзийклмно".charAt(i) + ") "
                                + criterion.directions().get(i).ru());
            }
        }
        assertThat(lines)
                .contains("* Оценка каждой ячейки: 0, 0,5, 1. Пустых ячеек не бывает: 0 значит «не подтверждено».");
    }

    @Test
    void speaksEnglishAndFollowsAMethodologyOfAnotherShape() throws IOException {
        new Templates().write(List.of(PARK), 2025, folder, Parks.methodology(), Locale.ENGLISH);

        assertThat(names()).containsExactly("criteria.txt", "Парк_7-documents.csv", "Парк_7-table.csv");
        assertThat(CsvText.read(folder.resolve("Парк_7-table.csv")).split("\r\n"))
                .containsExactly(
                        "id;year;assessor;expert;final;criterion;title;c1;c1_note;c2;c2_note;directions;sum",
                        "Парк/7;2025;;;;1;'=Trees;;;;;;",
                        "Парк/7;2025;;;;2;Paths;;;;;;");
        assertThat(Files.readString(folder.resolve("criteria.txt"), UTF_8))
                .isEqualTo(String.join(
                        "\r\n",
                        "\uFEFFParks (1)",
                        "",
                        "How to fill the forms in",
                        "* The score of each cell: 0, 1, 2, 3. No cell stays blank: 0 means \"not confirmed\".",
                        "* Directions: the letters of those that apply and are confirmed, for example \"a, b; n/a: c\" (n/a: not applicable).",
                        "* Sum: the sum of the line's scores; may be left empty.",
                        "* assessor: expert or company; empty means expert. final: yes where there are several experts and this Table counts.",
                        "",
                        "Section 1. Green",
                        "1. =Trees",
                        "   a) planted",
                        "   b) watered",
                        "2. Paths",
                        ""));
    }

    @Test
    void neverOverwritesAForm() throws IOException {
        Files.writeString(folder.resolve("9787545368-table.csv"), "filled in");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new Templates().write(List.of(COMPANY), 2025, folder, METHODOLOGY, RUSSIAN))
                .withCauseInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.readString(folder.resolve("9787545368-table.csv"))).isEqualTo("filled in");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
