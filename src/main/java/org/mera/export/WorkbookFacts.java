package org.mera.export;

import java.io.IOException;
import java.util.List;
import org.mera.methodology.Methodology;
import org.mera.ranking.ClassCount;
import org.mera.ranking.Counts;
import org.mera.ranking.PreviousRanking;
import org.mera.ranking.Sensitivity;
import org.mera.ranking.Summary;

/** What the ranking was made of and what came of it, a line each. */
final class WorkbookFacts {

    private final WorkbookContent content;
    private final WorkbookWording wording;
    private final WorkbookProblems.NewSheet newSheet;

    WorkbookFacts(WorkbookContent content, WorkbookWording wording, WorkbookProblems.NewSheet newSheet) {
        this.content = content;
        this.wording = wording;
        this.newSheet = newSheet;
    }

    void write(WorkbookProblems problems) throws IOException {
        List<WorkbookColumn> columns = List.of(
                WorkbookColumn.longText(wording.of("fact"), 50),
                new WorkbookColumn(wording.of("fact-value"), 78, WorkbookColumn.Format.MIXED));
        try (WorkbookSheet sheet = newSheet.of(wording.of("sheet.facts"), 0, columns)) {
            terms(sheet);
            counts(sheet);
            statistics(sheet);
            besides(sheet);
            fact(sheet, "fact.problems").number(problems.problems()).end();
            fact(sheet, "fact.problems-sheets").number(problems.sheets()).end();
            fact(sheet, "fact.files").number(content.files().size()).end();
        }
    }

    private void terms(WorkbookSheet sheet) throws IOException {
        Methodology methodology = content.methodology();
        fact(sheet, "fact.title")
                .text(methodology.title().in(wording.language()))
                .end();
        fact(sheet, "fact.year").number(content.year()).end();
        fact(sheet, "fact.revision").number(content.revision()).end();
        fact(sheet, "fact.methodology").text(methodology.id()).end();
        fact(sheet, "fact.version").text(methodology.version()).end();
        fact(sheet, "fact.methodology-sha256").text(methodology.sha256()).end();
        fact(sheet, "fact.cutoff").text(content.cutoff().toString()).end();
    }

    private void counts(WorkbookSheet sheet) throws IOException {
        Counts counts = content.counts();
        fact(sheet, "fact.registered").number(counts.registered()).end();
        fact(sheet, "fact.handed-in").number(counts.handedIn()).end();
        fact(sheet, "fact.accepted").number(counts.accepted()).end();
        fact(sheet, "fact.rejected").number(counts.rejected()).end();
        fact(sheet, "fact.warned").number(counts.warned()).end();
        fact(sheet, "fact.ranked").number(counts.ranked()).end();
        if (counts.withdrawn() > 0) {
            fact(sheet, "fact.withdrawn").number(counts.withdrawn()).end();
        }
    }

    private void statistics(WorkbookSheet sheet) throws IOException {
        Summary indicator = content.statistics().indicator();
        if (indicator != null) {
            fact(sheet, "fact.mean").asItIs(indicator.mean()).end();
            fact(sheet, "fact.median").asItIs(indicator.median()).end();
            fact(sheet, "fact.deviation").asItIs(indicator.deviation()).end();
            fact(sheet, "fact.lowest").asItIs(indicator.minimum()).end();
            fact(sheet, "fact.highest").asItIs(indicator.maximum()).end();
        }
        for (ClassCount each : content.statistics().classes()) {
            String bound = WorkbookNumbers.plain(each.from().toPlainString(), wording.language());
            sheet.text(wording.of("fact.class", each.label(), bound));
            sheet.number(each.companies()).end();
        }
    }

    private void besides(WorkbookSheet sheet) throws IOException {
        Methodology methodology = content.methodology();
        if (!methodology.classes().isEmpty() && !methodology.classesVersion().isEmpty()) {
            fact(sheet, "fact.classes-version")
                    .text(methodology.classesVersion())
                    .end();
        }
        PreviousRanking previous = content.facts().previous();
        if (previous.exists()) {
            fact(sheet, "fact.previous-year").number(previous.year()).end();
            fact(sheet, "fact.previous")
                    .text(wording.of("previous." + previous.comparability().word(), previous.methodologyVersion()))
                    .end();
        }
        Sensitivity sensitivity = content.facts().sensitivity();
        if (sensitivity.isKnown()) {
            fact(sheet, "fact.sensitivity-rate").asItIs(sensitivity.rate()).end();
            fact(sheet, "fact.sensitivity-draws").number(sensitivity.draws()).end();
        }
        fact(sheet, "fact.sensitivity")
                .text(wording.of("sensitivity." + sensitivity.source().word()))
                .end();
    }

    private WorkbookSheet fact(WorkbookSheet sheet, String key) {
        return sheet.text(wording.of(key));
    }
}
