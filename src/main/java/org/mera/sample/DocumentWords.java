package org.mera.sample;

import java.util.List;
import java.util.Map;
import org.mera.methodology.DocumentKind;

/** What invented source documents are called and who adopts them. */
record DocumentWords(String title, String numberSuffix, String issuer) {

    private static final Map<DocumentKind, List<DocumentWords>> RUSSIAN = Map.ofEntries(
            entry(
                    DocumentKind.LOCAL_ACT,
                    words("Антикоррупционная политика", "-АК", "Совет директоров"),
                    words("Кодекс деловой этики; правила о подарках", "-К", "Совет директоров"),
                    words("Порядок оценки коррупционных рисков", "-П", "Правление")),
            entry(DocumentKind.RESOLUTION, words("Протокол заседания комитета по аудиту", "-СД", "Совет директоров")),
            entry(
                    DocumentKind.ORDER,
                    words("О назначении ответственных за противодействие коррупции", "-пр", "Генеральный директор")),
            entry(
                    DocumentKind.PLAN,
                    words("План мероприятий по противодействию коррупции на {year} год", "", "Правление")),
            entry(DocumentKind.RISK_REGISTER, words("Реестр коррупционных рисков {year}", "", "Служба комплаенса")),
            entry(DocumentKind.CONTRACT, words("Типовая антикоррупционная оговорка", "", "Юридическая служба")),
            entry(
                    DocumentKind.REPORT,
                    words("Отчёт о выполнении плана мероприятий за {year} год", "", "Служба комплаенса")),
            entry(DocumentKind.RECORD, words("Журнал обучения работников", "", "Служба персонала")),
            entry(DocumentKind.ANNUAL_REPORT, words("Годовой отчёт за {year} год", "", "Общее собрание акционеров")),
            entry(
                    DocumentKind.NON_FINANCIAL_REPORT,
                    words("Отчёт об устойчивом развитии за {year} год", "", "Совет директоров")),
            entry(DocumentKind.PUBLICATION, words("Раздел сайта «Противодействие коррупции»", "", "")),
            entry(
                    DocumentKind.PARENT_DECISION,
                    words("Единые требования группы к комплаенсу", "-ГР", "Контролирующая организация")),
            entry(DocumentKind.ASSOCIATION_STANDARD, words("Стандарт комплаенса отрасли", "", "Отраслевая ассоциация")),
            entry(DocumentKind.LEGISLATION, words("Правила о противодействии коррупции", "-Т", "Образцовый регулятор")),
            entry(DocumentKind.GUIDANCE, words("Рекомендации по оценке рисков", "", "Образцовый регулятор")));

    private static final Map<DocumentKind, List<DocumentWords>> ENGLISH = Map.ofEntries(
            entry(
                    DocumentKind.LOCAL_ACT,
                    words("Anti-corruption policy", "-AC", "Board of directors"),
                    words("Code of conduct, gifts and hospitality", "-C", "Board of directors"),
                    words("Procedure for assessing corruption risks", "-P", "Executive board")),
            entry(DocumentKind.RESOLUTION, words("Minutes of the audit committee", "-BD", "Board of directors")),
            entry(DocumentKind.ORDER, words("Order on anti-corruption responsibilities", "-or", "Chief executive")),
            entry(DocumentKind.PLAN, words("Anti-corruption plan for {year}", "", "Executive board")),
            entry(DocumentKind.RISK_REGISTER, words("Register of corruption risks {year}", "", "Compliance")),
            entry(DocumentKind.CONTRACT, words("Model anti-corruption clause", "", "Legal department")),
            entry(DocumentKind.REPORT, words("Report on the plan for {year}", "", "Compliance")),
            entry(DocumentKind.RECORD, words("Training log", "", "Human resources")),
            entry(DocumentKind.ANNUAL_REPORT, words("Annual report {year}", "", "General meeting")),
            entry(DocumentKind.NON_FINANCIAL_REPORT, words("Sustainability report {year}", "", "Board of directors")),
            entry(DocumentKind.PUBLICATION, words("Site section \"Against corruption\"", "", "")),
            entry(DocumentKind.PARENT_DECISION, words("Compliance requirements of the group", "-GR", "Parent company")),
            entry(DocumentKind.ASSOCIATION_STANDARD, words("Compliance standard", "", "Trade association")),
            entry(DocumentKind.LEGISLATION, words("Anti-corruption rules", "-R", "Example regulator")),
            entry(DocumentKind.GUIDANCE, words("Guidance on risk assessment", "", "Example regulator")));

    /** {@return the words for the n-th document (0-based) of its kind} */
    static DocumentWords of(DocumentKind kind, int n, Language language) {
        List<DocumentWords> words = (language == Language.RUSSIAN ? RUSSIAN : ENGLISH).getOrDefault(kind, List.of());
        return words.get(n % words.size());
    }

    private static Map.Entry<DocumentKind, List<DocumentWords>> entry(DocumentKind kind, DocumentWords... words) {
        return Map.entry(kind, List.of(words));
    }

    private static DocumentWords words(String title, String numberSuffix, String issuer) {
        return new DocumentWords(title, numberSuffix, issuer);
    }
}
