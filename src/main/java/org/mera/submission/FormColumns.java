package org.mera.submission;

import static org.mera.submission.FormField.optional;
import static org.mera.submission.FormField.required;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mera.methodology.Column;
import org.mera.methodology.Identification;
import org.mera.methodology.Methodology;

/** The columns of one form, in their usual order. */
final class FormColumns {

    private static final FormField CLASS = optional("class", "Класс");

    private final Form form;
    private final List<FormField> fields;
    private final Map<String, FormField> byWord = new HashMap<>();

    private FormColumns(Form form, List<FormField> fields) {
        this.form = form;
        this.fields = List.copyOf(fields);
        for (FormField field : fields) {
            for (String word : field.words()) {
                byWord.put(Words.plain(word), field);
            }
        }
    }

    /** {@return the columns of each form that a file of an inbox may be told by: the identity, the scores and the evidence are as the methodology has them} */
    static List<FormColumns> of(Methodology methodology) {
        FormField identity = identity(methodology.identification());
        return List.of(
                companies(identity),
                table(identity, methodology),
                documents(identity),
                decisions(identity),
                verification(identity));
    }

    /**
     * {@return the columns of a form that is handed over to a command} Its required columns are fewer than those by which a file of an inbox is told
     * to be of the form: where the committee's decisions have a class, they may do without cells.
     */
    static FormColumns handedOver(Form form, Identification identification, List<String> headings) {
        FormField identity = identity(identification);
        return switch (form) {
            case DECISIONS -> {
                FormColumns withClass = decisionsWithClass(identity);
                boolean hasClass = headings.stream()
                        .flatMap(heading -> withClass.meaning(heading).stream())
                        .anyMatch(CLASS::equals);
                yield hasClass ? withClass : decisions(identity);
            }
            case VERIFICATION -> verification(identity);
            case HISTORY -> history(identity);
            default -> throw new IllegalArgumentException("The form " + form + " is handed in, not over");
        };
    }

    static FormField identity(Identification identification) {
        return identification == Identification.INN ? required("inn", "ИНН") : required("id", "Код");
    }

    Form form() {
        return form;
    }

    List<FormField> fields() {
        return fields;
    }

    List<FormField> requiredFields() {
        return fields.stream().filter(FormField::required).toList();
    }

    List<FormField> missingFrom(Set<FormField> present) {
        return requiredFields().stream()
                .filter(field -> !present.contains(field))
                .toList();
    }

    /** {@return the column that a heading means} English or Russian, any case, ё = е, any white space one space. */
    Optional<FormField> meaning(String heading) {
        @Nullable FormField field = byWord.get(Words.plain(heading));
        return Optional.ofNullable(field);
    }

    private static FormColumns companies(FormField identity) {
        return new FormColumns(
                Form.COMPANIES,
                List.of(
                        identity,
                        required("name", "Наименование"),
                        required("industry", "Отрасль"),
                        required("region", "Регион"),
                        required("participation", "Участие")));
    }

    private static FormColumns table(FormField identity, Methodology methodology) {
        List<FormField> fields = new ArrayList<>(List.of(
                identity,
                optional("year", "Год"),
                optional("assessor", "Кто оценил"),
                optional("expert", "Эксперт"),
                optional("final", "Заключение"),
                required("criterion", "Критерий"),
                // Empty forms show each criterion's title; nobody reads it back.
                new FormField("criterion_title", List.of("title", "Название критерия", "criterion_title"), false)));
        for (Column column : methodology.columns()) {
            String score = column.heading();
            String evidence = score + "_evidence";
            String russianEvidence = "Свидетельства " + column.number();
            fields.add(required(score, "Столбец " + column.number()));
            fields.add(
                    methodology.evidenceRequired()
                            ? required(evidence, russianEvidence)
                            : optional(evidence, russianEvidence));
            fields.add(optional(score + "_note", "Пояснение " + column.number()));
        }
        fields.add(optional("directions", "Направления"));
        fields.add(optional("sum", "Сумма"));
        return new FormColumns(Form.TABLE, fields);
    }

    private static FormColumns documents(FormField identity) {
        return new FormColumns(
                Form.DOCUMENTS,
                List.of(
                        identity,
                        optional("assessor", "Кто оценил"),
                        required("document", "Код документа"),
                        required("kind", "Вид"),
                        required("title", "Название"),
                        required("number", "Номер"),
                        required("date", "Дата"),
                        required("issuer", "Кем принят"),
                        optional("url", "Ссылка"),
                        optional("year", "Отчётный год")));
    }

    private static FormColumns decisions(FormField identity) {
        return new FormColumns(
                Form.DECISIONS,
                List.of(
                        identity,
                        required("criterion", "Критерий"),
                        required("column", "Столбец"),
                        required("score", "Оценка"),
                        optional("evidence", "Свидетельства"),
                        required("reason", "Основание"),
                        required("protocol", "Протокол"),
                        required("date", "Дата")));
    }

    private static FormColumns decisionsWithClass(FormField identity) {
        return new FormColumns(
                Form.DECISIONS,
                List.of(
                        identity,
                        optional("criterion", "Критерий"),
                        optional("column", "Столбец"),
                        optional("score", "Оценка"),
                        CLASS,
                        optional("evidence", "Свидетельства"),
                        required("reason", "Основание"),
                        required("protocol", "Протокол"),
                        required("date", "Дата")));
    }

    private static FormColumns history(FormField identity) {
        return new FormColumns(
                Form.HISTORY,
                List.of(
                        required("year", "Год"),
                        identity,
                        required("rank", "Место"),
                        required("indicator", "Показатель")));
    }

    private static FormColumns verification(FormField identity) {
        return new FormColumns(
                Form.VERIFICATION,
                List.of(
                        identity,
                        required("criterion", "Критерий"),
                        required("column", "Столбец"),
                        required("request", "Запрос"),
                        required("answer", "Ответ"),
                        required("outcome", "Итог"),
                        required("verifier", "Кто проверил"),
                        required("date", "Дата")));
    }
}
