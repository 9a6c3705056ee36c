package org.mera.methodology;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kinds of source documents, with their Russian names and the requisites each must have besides its title. */
@SuppressWarnings("ImmutableEnumChecker") // Set.of and List.of are immutable
public enum DocumentKind {
    LOCAL_ACT(Set.of(Requisite.NUMBER, Requisite.DATE, Requisite.ISSUER), "ЛНА"),
    RESOLUTION(Set.of(Requisite.NUMBER, Requisite.DATE, Requisite.ISSUER), "решение", "протокол"),
    ORDER(Set.of(Requisite.NUMBER, Requisite.DATE, Requisite.ISSUER), "приказ"),
    PLAN(Set.of(Requisite.DATE, Requisite.ISSUER), "план"),
    RISK_REGISTER(Set.of(Requisite.DATE, Requisite.ISSUER), "реестр рисков"),
    CONTRACT(Set.of(Requisite.DATE, Requisite.ISSUER), "договор", "типовая форма"),
    REPORT(Set.of(Requisite.DATE, Requisite.ISSUER), "отчёт"),
    RECORD(Set.of(Requisite.DATE, Requisite.ISSUER), "иное свидетельство"),
    ANNUAL_REPORT(Set.of(Requisite.DATE, Requisite.ISSUER, Requisite.YEAR), "годовой отчёт"),
    NON_FINANCIAL_REPORT(Set.of(Requisite.DATE, Requisite.ISSUER, Requisite.YEAR), "нефинансовый отчёт"),
    PUBLICATION(Set.of(Requisite.URL, Requisite.DATE), "публикация"),
    PARENT_DECISION(Set.of(Requisite.NUMBER, Requisite.DATE, Requisite.ISSUER), "решение контролирующей организации"),
    ASSOCIATION_STANDARD(Set.of(Requisite.DATE, Requisite.ISSUER), "стандарт ассоциации"),
    LEGISLATION(Set.of(Requisite.NUMBER, Requisite.DATE, Requisite.ISSUER), "законодательство"),
    GUIDANCE(Set.of(Requisite.DATE, Requisite.ISSUER), "методические рекомендации");

    /** What identifies a document officially, besides its title. */
    public enum Requisite {
        NUMBER,
        DATE,
        ISSUER,
        URL,
        YEAR;

        /** {@return the name of its column in the documents form} */
        public String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** No kind's name is longer: of a longer text, which may be of any length, nothing is made. */
    private static final int LONGEST_NAME = 100;

    private static final Map<String, DocumentKind> BY_NAME = byName();

    private final String word;
    private final Set<Requisite> requisites;
    private final List<String> russian;

    DocumentKind(Set<Requisite> requisites, String... russian) {
        this.word = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.requisites = requisites;
        this.russian = List.of(russian);
    }

    /** {@return the English word, as files and methodologies write it} */
    public String word() {
        return word;
    }

    /** {@return the Russian names, the usual one first} */
    public List<String> russian() {
        return russian;
    }

    /** {@return the requisites that it must have besides its title} */
    public Set<Requisite> requisites() {
        return requisites;
    }

    /** {@return whether its date may be a month or a year: {@code 05.2026}, {@code 2025}} */
    public boolean mayBearPartialDate() {
        return this == REPORT || this == ANNUAL_REPORT || this == NON_FINANCIAL_REPORT || this == PUBLICATION;
    }

    /** {@return whether each citation after the first names a clause} What is long or made by others is not confirmed by its name alone. */
    public boolean isCitedByClause() {
        return switch (this) {
            case LOCAL_ACT,
                    PARENT_DECISION,
                    ASSOCIATION_STANDARD,
                    LEGISLATION,
                    GUIDANCE,
                    ANNUAL_REPORT,
                    NON_FINANCIAL_REPORT -> true;
            default -> false;
        };
    }

    /** {@return the kind that a word names, English or Russian, any case, ё = е} Empty where there is none. */
    public static Optional<DocumentKind> of(String name) {
        return name.length() > LONGEST_NAME ? Optional.empty() : Optional.ofNullable(BY_NAME.get(plain(name)));
    }

    private static Map<String, DocumentKind> byName() {
        Map<String, DocumentKind> kinds = new HashMap<>();
        for (DocumentKind kind : values()) {
            kinds.put(kind.word, kind);
            kind.russian.forEach(name -> kinds.put(plain(name), kind));
        }
        return Map.copyOf(kinds);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
