package org.mera.export;

import java.io.IOException;
import java.util.List;
import org.mera.committee.DecidedCompany;
import org.mera.committee.DecisionList;
import org.mera.committee.WithdrawnCompany;
import org.mera.methodology.Methodology;
import org.mera.scoring.ClassDecision;
import org.mera.scoring.DecidedCell;
import org.mera.scoring.Decision;

/** What the committee has decided, a line each, and whom it has withdrawn; without any there is no sheet. */
final class WorkbookDecisions {

    private final Methodology methodology;
    private final DecisionList decisions;
    private final WorkbookWording wording;
    private final WorkbookProblems.NewSheet newSheet;
    private final String identity;

    WorkbookDecisions(
            Methodology methodology,
            DecisionList decisions,
            WorkbookWording wording,
            WorkbookProblems.NewSheet newSheet,
            String identity) {
        this.methodology = methodology;
        this.decisions = decisions;
        this.wording = wording;
        this.newSheet = newSheet;
        this.identity = identity;
    }

    void write() throws IOException {
        if (!decisions.companies().isEmpty()) {
            decided();
        }
        if (!decisions.withdrawn().isEmpty()) {
            withdrawn();
        }
    }

    private void decided() throws IOException {
        List<WorkbookColumn> columns = List.of(
                WorkbookColumn.text(identity, 15),
                WorkbookColumn.longText(wording.of("name"), 36),
                WorkbookColumn.whole(wording.of("criterion"), 11),
                WorkbookColumn.whole(wording.of("column-title"), 9),
                WorkbookColumn.points(wording.of("score-before")),
                WorkbookColumn.points(wording.of("score-after")),
                WorkbookColumn.text(wording.of("class"), 12),
                WorkbookColumn.text(wording.of("stands"), 14),
                WorkbookColumn.longText(wording.of("reason"), 50),
                WorkbookColumn.longText(wording.of("evidence"), 30),
                WorkbookColumn.text(wording.of("protocol"), 16),
                WorkbookColumn.text(wording.of("date"), 12));
        try (WorkbookSheet sheet = newSheet.of(wording.of("sheet.decisions"), 2, columns)) {
            for (DecidedCompany company : decisions.companies()) {
                for (DecidedCell cell : company.cells()) {
                    row(sheet, company, cell);
                }
                for (int i = 0; i < company.classes().size(); i++) {
                    row(
                            sheet,
                            company,
                            company.classes().get(i),
                            i + 1 == company.classes().size());
                }
            }
        }
    }

    private void row(WorkbookSheet sheet, DecidedCompany company, DecidedCell cell) throws IOException {
        Decision decision = cell.decision();
        sheet.text(company.company())
                .text(company.name())
                .number(decision.criterion())
                .number(decision.column());
        if (cell.before() == DecidedCell.UNKNOWN) {
            sheet.empty();
        } else {
            sheet.number(methodology.scale().points(cell.before()));
        }
        sheet.number(methodology.scale().points(decision.score()))
                .empty()
                .text(stands(cell.standing()))
                .text(decision.reason())
                .text(decision.evidence())
                .text(decision.protocol())
                .text(decision.date().toString())
                .end();
    }

    private void row(WorkbookSheet sheet, DecidedCompany company, ClassDecision decision, boolean standing)
            throws IOException {
        sheet.text(company.company())
                .text(company.name())
                .empty()
                .empty()
                .empty()
                .empty()
                .text(decision.scoreClass().isEmpty() ? wording.of("class-of-scale") : decision.scoreClass())
                .text(stands(standing))
                .text(decision.reason())
                .empty()
                .text(decision.protocol())
                .text(decision.date().toString())
                .end();
    }

    private String stands(boolean standing) {
        return wording.of(standing ? "stands.yes" : "stands.no");
    }

    private void withdrawn() throws IOException {
        List<WorkbookColumn> columns = List.of(
                WorkbookColumn.text(identity, 15),
                WorkbookColumn.longText(wording.of("name"), 36),
                WorkbookColumn.longText(wording.of("reason"), 70));
        try (WorkbookSheet sheet = newSheet.of(wording.of("sheet.withdrawn"), 2, columns)) {
            for (WithdrawnCompany company : decisions.withdrawn()) {
                sheet.text(company.company())
                        .text(company.name())
                        .text(company.reason())
                        .end();
            }
        }
    }
}
