package org.mera.sample;

import java.util.List;
import java.util.Locale;
import org.mera.methodology.DocumentKind;

/** The language of an invented file: its headings, values and phrases. */
@SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
enum Language {
    RUSSIAN(
            "Д",
            "Э-",
            "абвгдежзийклмнопрстуфхцчшщъыьэюя",
            "н/п",
            List.of("п. ", "разд. ", "с. ", "строка "),
            List.of(
                    "подтверждено выборочной проверкой",
                    "применяется во всех филиалах",
                    "документ обновлён в отчётном году",
                    "см. также приложение 2",
                    "порядок описан подробно, сроки указаны",
                    "частично: нет сведений о контролируемых организациях",
                    "раскрыто на сайте, раздел «Комплаенс»",
                    "сведения даны обобщённо"),
            List.of(
                    "не подтверждено",
                    "в представленных материалах не найдено",
                    "упоминание без описания порядка",
                    "документ запрошен, не представлен",
                    "—")),
    ENGLISH(
            "D",
            "E-",
            "abcdefghijklmnopqrstuvwxyz",
            "n/a",
            List.of("cl. ", "sec. ", "p. ", "row "),
            List.of(
                    "confirmed by a spot check",
                    "in force in all branches",
                    "updated in the rated year",
                    "see also annex 2",
                    "procedure and deadlines are described",
                    "in part: nothing about controlled companies",
                    "disclosed on the site, section \"Compliance\"",
                    "summary figures only"),
            List.of(
                    "not confirmed",
                    "not found in the materials handed in",
                    "mentioned, the procedure is not described",
                    "asked for, not handed in",
                    "-"));

    private final String codePrefix;
    private final String expertPrefix;
    private final String letters;
    private final String notApplicable;
    private final List<String> clauseWords;
    private final List<String> notes;
    private final List<String> nothingFound;

    Language(
            String codePrefix,
            String expertPrefix,
            String letters,
            String notApplicable,
            List<String> clauseWords,
            List<String> notes,
            List<String> nothingFound) {
        this.codePrefix = codePrefix;
        this.expertPrefix = expertPrefix;
        this.letters = letters;
        this.notApplicable = notApplicable;
        this.clauseWords = clauseWords;
        this.notes = notes;
        this.nothingFound = nothingFound;
    }

    Locale locale() {
        return this == RUSSIAN ? Locale.forLanguageTag("ru") : Locale.ENGLISH;
    }

    String heading(String field) {
        return this == RUSSIAN ? Fields.russian(field) : field;
    }

    String headingOfDocuments(String field) {
        return this == RUSSIAN ? Fields.russianOfDocuments(field) : field;
    }

    String kind(DocumentKind kind) {
        return this == RUSSIAN ? kind.russian().get(0) : kind.word();
    }

    String expertWord() {
        return this == RUSSIAN ? "эксперт" : "expert";
    }

    String companyWord() {
        return this == RUSSIAN ? "компания" : "company";
    }

    String finalWord(boolean isFinal) {
        if (this == RUSSIAN) {
            return isFinal ? "да" : "нет";
        }
        return isFinal ? "yes" : "no";
    }

    /** {@return what the codes of documents begin with} */
    String codePrefix() {
        return codePrefix;
    }

    String expert(int number) {
        return expertPrefix + (number < 10 ? "0" : "") + number;
    }

    /** {@return the letters of directions, in order} */
    String letters() {
        return letters;
    }

    List<String> notes() {
        return notes;
    }

    /** {@return what is written beside a 0} */
    List<String> nothingFound() {
        return nothingFound;
    }

    String notApplicable() {
        return notApplicable;
    }

    String clause() {
        return clauseWords.get(0);
    }

    String section() {
        return clauseWords.get(1);
    }

    String page() {
        return clauseWords.get(2);
    }

    String row() {
        return clauseWords.get(3);
    }
}
