package org.mera.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mera.methodology.Column;
import org.mera.methodology.Identification;
import org.mera.methodology.Methodology;

/** The fields of the forms and what they are called in Russian. */
final class Fields {

    private static final Map<String, String> RUSSIAN = Map.ofEntries(
            Map.entry("inn", "ИНН"),
            Map.entry("id", "Код"),
            Map.entry("name", "Наименование"),
            Map.entry("industry", "Отрасль"),
            Map.entry("region", "Регион"),
            Map.entry("participation", "Участие"),
            Map.entry("year", "Год"),
            Map.entry("assessor", "Кто оценил"),
            Map.entry("expert", "Эксперт"),
            Map.entry("final", "Заключение"),
            Map.entry("criterion", "Критерий"),
            Map.entry("title", "Название критерия"),
            Map.entry("directions", "Направления"),
            Map.entry("sum", "Сумма"));

    private static final Map<String, String> RUSSIAN_OF_DOCUMENTS = Map.of(
            "document", "Код документа",
            "kind", "Вид",
            "title", "Название",
            "number", "Номер",
            "date", "Дата",
            "issuer", "Кем принят",
            "url", "Ссылка",
            "year", "Отчётный год");

    private Fields() {}

    static List<String> ofRegister(Methodology methodology) {
        return List.of(identity(methodology), "name", "industry", "region", "participation");
    }

    static List<String> ofDocuments(Methodology methodology) {
        return List.of(
                identity(methodology),
                "assessor",
                "document",
                "kind",
                "title",
                "number",
                "date",
                "issuer",
                "url",
                "year");
    }

    /** {@return the fields of the table form, with all that may be left out} Evidence is a field where the methodology asks for it. */
    static List<String> ofTable(Methodology methodology) {
        List<String> fields =
                new ArrayList<>(List.of(identity(methodology), "year", "assessor", "expert", "final", "criterion"));
        for (Column column : methodology.columns()) {
            fields.add(column.heading());
            if (methodology.evidenceRequired()) {
                fields.add(column.heading() + "_evidence");
            }
            fields.add(column.heading() + "_note");
        }
        fields.add("directions");
        fields.add("sum");
        return fields;
    }

    /** {@return the fields of an empty table form: with the criterion's title, which is read over when the form comes back} */
    static List<String> ofTemplate(Methodology methodology) {
        List<String> fields = new ArrayList<>(ofTable(methodology));
        fields.add(fields.indexOf("criterion") + 1, "title");
        return fields;
    }

    /** {@return the Russian heading of a field of the register or the table} */
    static String russian(String field) {
        String known = RUSSIAN.get(field);
        if (known != null) {
            return known;
        }
        if (field.endsWith("_evidence")) {
            return "Свидетельства " + field.substring(1, field.indexOf('_'));
        }
        return field.endsWith("_note")
                ? "Пояснение " + field.substring(1, field.indexOf('_'))
                : "Столбец " + field.substring(1);
    }

    /** {@return the Russian heading of a field of the documents} */
    static String russianOfDocuments(String field) {
        return RUSSIAN_OF_DOCUMENTS.getOrDefault(field, russian(field));
    }

    private static String identity(Methodology methodology) {
        return methodology.identification() == Identification.INN ? "inn" : "id";
    }
}
