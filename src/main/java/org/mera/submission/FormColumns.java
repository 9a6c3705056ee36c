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

    private final Form form;
    private final List<FormField> fields;
    private final Map<String, FormField> byWord = new HashMap<>();

    private FormColumns(Form form, List<FormField> fields) {
        this.form = form;
        this.fields = List.copyOf(fields);
        for (FormField field : fields) {
            for (String word : field.words()) {
                byWord.put(plain(word), field);
            }
        }
    }

    /** {@return every form's columns: the identity, the scores and the evidence are as the methodology has them} */
    static List<FormColumns> of(Methodology methodology) {
        FormField identity = identity(methodology.identification());
        return List.of(
                companies(identity),
                table(identity, methodology),
                documents(identity),
                decisions(identity),
                verification(identity));
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
        @Nullable FormField field = byWord.get(plain(heading));
        return Optional.ofNullable(field);
    }

    static String plain(String heading) {
        StringBuilder plain = new StringBuilder(heading.length());
        boolean gap = false;
        for (int i = 0; i < heading.length(); i++) {
            char c = heading.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = plain.length() > 0;
            } else {
                if (gap) {
                    plain.append(' ');
                    gap = false;
                }
                plain.append(Words.lower(c));
            }
        }
        return plain.toString().replace('ё', 'е');
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
