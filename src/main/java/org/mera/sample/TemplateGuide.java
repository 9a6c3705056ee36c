package org.mera.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mera.methodology.Column;
import org.mera.methodology.Criterion;
import org.mera.methodology.DocumentKind;
import org.mera.methodology.LocalizedText;
import org.mera.methodology.Methodology;
import org.mera.methodology.Scale;
import org.mera.methodology.Section;

/** The text that goes with empty forms: how to fill them in, and every criterion with its directions by letter. */
final class TemplateGuide {

    private final Methodology methodology;
    private final Language language;
    private final Locale locale;

    TemplateGuide(Methodology methodology, Language language) {
        this.methodology = methodology;
        this.language = language;
        this.locale = language.locale();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(methodology.title().in(locale) + " (" + methodology.version() + ")");
        lines.add("");
        rules(lines);
        for (Section section : methodology.sections()) {
            lines.add("");
            lines.add(say("Раздел ", "Section ") + section.number() + ". "
                    + section.title().in(locale));
            section.criteria().forEach(criterion -> criterion(lines, criterion));
        }
        return lines;
    }

    private void rules(List<String> lines) {
        lines.add(say("Как заполнять", "How to fill the forms in"));
        lines.add(say(
                "* Оценка каждой ячейки: " + scores() + ". Пустых ячеек не бывает: 0 значит «не подтверждено».",
                "* The score of each cell: " + scores() + ". No cell stays blank: 0 means \"not confirmed\"."));
        if (methodology.evidenceRequired()) {
            evidenceRules(lines);
        }
        lines.add(
                say(
                        "* Направления: буквы тех, что относятся к компании и подтверждены, например «а, б; н/п: г» (н/п — не применимо).",
                        "* Directions: the letters of those that apply and are confirmed, for example \"a, b; n/a: c\" (n/a: not applicable)."));
        lines.add(say(
                "* Сумма: сумма оценок строки; можно оставить пустой.",
                "* Sum: the sum of the line's scores; may be left empty."));
        lines.add(
                say(
                        "* Столбец «Кто оценил»: эксперт или компания; пустой — эксперт. «Заключение»: да, если экспертов несколько и засчитывается эта Таблица.",
                        "* assessor: expert or company; empty means expert. final: yes where there are several experts and this Table counts."));
    }

    private void evidenceRules(List<String> lines) {
        lines.add(
                say(
                        "* Каждая оценка выше 0 подтверждается ссылками: код документа и пункт, через «;» или с новой строки: «Д1 п. 3.1; Д4 разд. 2».",
                        "* Each score above 0 cites evidence: the document's code and a clause, separated by \";\" or a line break: \"D1 cl. 3.1; D4 sec. 2\"."));
        lines.add(
                say(
                        "* Код документа: от одной до четырёх букв, возможно дефис, затем цифры: Д1, ЛНА-12. Каждый документ указывается в форме документов один раз.",
                        "* A document's code: one to four letters, perhaps a hyphen, then digits: D1, LNA-12. Each document stands in the documents form once."));
        lines.add(
                say(
                        "* Даты: 31.12.2025; для отчётов и публикаций также 05.2026 или 2025. Номер может быть «б/н».",
                        "* Dates: 2025-12-31 or 31.12.2025; for reports and publications also 05.2026 or 2025. A number may be \"б/н\" (none)."));
        methodology.columns().stream()
                .filter(column -> !column.kinds().isEmpty())
                .forEach(column -> lines.add(say("* Столбец ", "* Column ") + column.number() + ", "
                        + column.title().in(locale)
                        + say(". Ожидаемые виды документов: ", ". Kinds of document expected: ") + kinds(column)
                        + "."));
    }

    private void criterion(List<String> lines, Criterion criterion) {
        lines.add(criterion.number() + ". " + criterion.title().in(locale));
        List<LocalizedText> directions = criterion.directions();
        for (int i = 0; i < directions.size() && i < language.letters().length(); i++) {
            lines.add("   " + language.letters().charAt(i) + ") "
                    + directions.get(i).in(locale));
        }
    }

    private String scores() {
        Scale scale = methodology.scale();
        return IntStream.rangeClosed(0, scale.maximumUnits())
                .mapToObj(units -> score(scale.step().multiply(BigDecimal.valueOf(units))))
                .collect(Collectors.joining(", "));
    }

    private String score(BigDecimal value) {
        String plain = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        return say(plain.replace('.', ','), plain);
    }

    private String kinds(Column column) {
        return Arrays.stream(DocumentKind.values())
                .filter(column.kinds()::contains)
                .map(language::kind)
                .collect(Collectors.joining(", "));
    }

    private String say(String russian, String english) {
        return language == Language.RUSSIAN ? russian : english;
    }
}
