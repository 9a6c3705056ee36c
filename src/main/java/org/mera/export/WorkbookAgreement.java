package org.mera.export;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.mera.methodology.Section;
import org.mera.ranking.Agreement;
import org.mera.ranking.AgreementFigures;
import org.mera.ranking.AgreementGroup;
import org.mera.ranking.Coefficient;

/** How far assessors agree: a line for each two kinds of assessors, or two experts, in all and by section. */
final class WorkbookAgreement {

    private final WorkbookContent content;
    private final WorkbookWording wording;
    private final WorkbookProblems.NewSheet newSheet;

    WorkbookAgreement(WorkbookContent content, WorkbookWording wording, WorkbookProblems.NewSheet newSheet) {
        this.content = content;
        this.wording = wording;
        this.newSheet = newSheet;
    }

    /** {@return whether anything was scored twice} */
    static boolean isKnown(WorkbookContent content) {
        Agreement agreement = content.facts().agreement();
        return agreement.withCompany().companies() > 0
                || agreement.amongExperts().companies() > 0;
    }

    void write() throws IOException {
        List<WorkbookColumn> columns = List.of(
                WorkbookColumn.longText(wording.of("assessors"), 40),
                WorkbookColumn.longText(wording.of("section"), 60),
                WorkbookColumn.whole(wording.of("agreement-companies"), 12),
                WorkbookColumn.whole(wording.of("agreement-pairs"), 14),
                WorkbookColumn.twoDecimals(wording.of("agreement-equal")),
                new WorkbookColumn(wording.of("agreement-kappa"), 30, WorkbookColumn.Format.MIXED),
                new WorkbookColumn(wording.of("agreement-alpha"), 30, WorkbookColumn.Format.MIXED));
        Agreement agreement = content.facts().agreement();
        try (WorkbookSheet sheet = newSheet.of(wording.of("sheet.agreement"), 0, columns)) {
            group(sheet, wording.of("assessors.company"), agreement.withCompany());
            group(sheet, wording.of("assessors.experts"), agreement.amongExperts());
            for (Agreement.Pair pair : agreement.pairs()) {
                group(sheet, pair.first() + " — " + pair.second(), pair.group());
            }
        }
    }

    private void group(WorkbookSheet sheet, String assessors, AgreementGroup group) throws IOException {
        if (group.companies() == 0) {
            return;
        }
        row(sheet, assessors, wording.of("agreement-all"), group, group.all());
        for (int i = 0; i < group.sections().size(); i++) {
            Section section = content.methodology().sections().get(i);
            row(
                    sheet,
                    assessors,
                    section.number() + ". " + section.title().in(wording.language()),
                    group,
                    group.sections().get(i));
        }
    }

    private void row(
            WorkbookSheet sheet, String assessors, String section, AgreementGroup group, AgreementFigures figures)
            throws IOException {
        sheet.text(assessors)
                .text(section)
                .number(group.companies())
                .number(figures.pairs())
                .number(figures.percentEqual().map(Object::toString).orElse(""));
        coefficient(sheet, figures.kappa());
        coefficient(sheet, figures.alpha());
        sheet.end();
    }

    private void coefficient(WorkbookSheet sheet, Coefficient coefficient) {
        if (coefficient.value() == null) {
            sheet.text(wording.of("coefficient."
                    + coefficient.state().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        } else {
            sheet.asItIs(coefficient.value());
        }
    }
}
