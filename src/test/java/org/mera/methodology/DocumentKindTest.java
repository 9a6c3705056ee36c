package org.mera.methodology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mera.methodology.DocumentKind.Requisite.DATE;
import static org.mera.methodology.DocumentKind.Requisite.ISSUER;
import static org.mera.methodology.DocumentKind.Requisite.NUMBER;
import static org.mera.methodology.DocumentKind.Requisite.URL;
import static org.mera.methodology.DocumentKind.Requisite.YEAR;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentKindTest {

    @ParameterizedTest
    @CsvSource({
        "ЛНА,LOCAL_ACT",
        "лна,LOCAL_ACT",
        "решение,RESOLUTION",
        "Протокол,RESOLUTION",
        "приказ,ORDER",
        "ПЛАН,PLAN",
        "реестр рисков,RISK_REGISTER",
        "договор,CONTRACT",
        "типовая форма,CONTRACT",
        "отчёт,REPORT",
        "отчет,REPORT",
        "ОТЧЁТ,REPORT",
        "иное свидетельство,RECORD",
        "годовой отчёт,ANNUAL_REPORT",
        "Годовой отчет,ANNUAL_REPORT",
        "нефинансовый отчёт,NON_FINANCIAL_REPORT",
        "нефинансовый отчет,NON_FINANCIAL_REPORT",
        "публикация,PUBLICATION",
        "решение контролирующей организации,PARENT_DECISION",
        "стандарт ассоциации,ASSOCIATION_STANDARD",
        "законодательство,LEGISLATION",
        "методические рекомендации,GUIDANCE"
    })
    void knowsEachRussianName(String name, DocumentKind kind) {
        assertThat(DocumentKind.of(name)).contains(kind);
    }

    @Test
    void knowsEachEnglishWordInAnyCase() {
        for (DocumentKind kind : DocumentKind.values()) {
            assertThat(DocumentKind.of(kind.word())).contains(kind);
            assertThat(DocumentKind.of(kind.word().toUpperCase(Locale.ROOT))).contains(kind);
        }
        assertThat(Arrays.stream(DocumentKind.values()).map(DocumentKind::word))
                .containsExactly(
                        "local-act",
                        "resolution",
                        "order",
                        "plan",
                        "risk-register",
                        "contract",
                        "report",
                        "record",
                        "annual-report",
                        "non-financial-report",
                        "publication",
                        "parent-decision",
                        "association-standard",
                        "legislation",
                        "guidance");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "акт", "LOCAL_ACT", "local act", "отчёты", "решение собрания"})
    void knowsNoOtherWord(String name) {
        assertThat(DocumentKind.of(name)).isEmpty();
    }

    @Test
    void namesTheRequisitesOfEachKind() {
        assertThat(DocumentKind.values()).allSatisfy(kind -> assertThat(kind.requisites())
                .containsExactlyInAnyOrder(
                        switch (kind) {
                            case LOCAL_ACT, RESOLUTION, ORDER, PARENT_DECISION, LEGISLATION ->
                                new DocumentKind.Requisite[] {NUMBER, DATE, ISSUER};
                            case ANNUAL_REPORT, NON_FINANCIAL_REPORT ->
                                new DocumentKind.Requisite[] {DATE, ISSUER, YEAR};
                            case PUBLICATION -> new DocumentKind.Requisite[] {URL, DATE};
                            default -> new DocumentKind.Requisite[] {DATE, ISSUER};
                        }));
    }

    @Test
    void letsReportsAndPublicationsBearAPartialDate() {
        assertThat(Arrays.stream(DocumentKind.values()).filter(DocumentKind::mayBearPartialDate))
                .containsExactly(
                        DocumentKind.REPORT,
                        DocumentKind.ANNUAL_REPORT,
                        DocumentKind.NON_FINANCIAL_REPORT,
                        DocumentKind.PUBLICATION);
    }
}
