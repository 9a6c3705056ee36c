package org.mera.submission;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.company.Participation;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;

/** What has to be verified of a company's Tables that were read and checked: of the Table that counts, and of the company's own beside it. */
final class CountingWarnings {

    private final TableForm form;
    private final int year;
    private final ScoreWarnings scores;

    /** @param year the rated year */
    CountingWarnings(TableForm form, int year) {
        this.form = form;
        this.year = year;
        scores = new ScoreWarnings(form);
    }

    /**
     * {@return the warnings}
     *
     * @param counting the Table that counts, or null
     * @param tables   every assessor's
     * @param entries  the company's lines of the register
     */
    List<Problem> of(@Nullable ParsedTable counting, List<ParsedTable> tables, List<RegisterEntry> entries) {
        List<ParsedTable> own = tables.stream()
                .filter(table -> table.assessor() == Assessor.COMPANY)
                .toList();
        List<Problem> warnings = new ArrayList<>();
        for (ParsedTable table : own) {
            addSelf(table, entries, warnings);
        }
        if (counting != null) {
            addEvidence(counting, warnings);
            byte[] given = packed(counting);
            ScoreWarnings.AtLine line = (code, criterion) -> problem(counting, code, criterion);
            scores.addUnmet(given, line, warnings);
            scores.addGaps(
                    given,
                    own.stream()
                            .filter(table -> !table.isFaulty())
                            .map(this::packed)
                            .toList(),
                    line,
                    warnings);
        }
        return warnings;
    }

    private static void addSelf(ParsedTable own, List<RegisterEntry> entries, List<Problem> warnings) {
        if (isDesk(entries)) {
            warnings.add(own.problem(ProblemCode.SELF_ASSESSMENT_DESK));
        }
        if (own.isFaulty()) {
            warnings.add(own.problem(ProblemCode.SELF_ASSESSMENT_REJECTED));
        }
    }

    /** {@return whether the register has the company in the desk rating} */
    static boolean isDesk(List<RegisterEntry> entries) {
        return !entries.isEmpty() && entries.get(0).participation() == Participation.DESK;
    }

    private void addEvidence(ParsedTable table, List<Problem> warnings) {
        EvidenceWarnings evidence = new EvidenceWarnings(form, year, table.company());
        for (ParsedLine line : table.lines()) {
            evidence.beginLine(line.file(), line.line().record(), line.criterion());
            for (int column = 0; column < form.columnCount(); column++) {
                if (line.score(column) > 0) {
                    addCell(line, column, evidence);
                }
            }
        }
        warnings.addAll(evidence.end(table.file(), table.firstLine()));
    }

    private static void addCell(ParsedLine line, int column, EvidenceWarnings evidence) {
        List<Citation> citations = line.citations().get(column);
        evidence.beginCell(column);
        for (Citation citation : citations) {
            evidence.cite(citation.document(), citation.hasClause(), citation);
        }
        if (!citations.isEmpty()) {
            evidence.endCell(citations.get(0));
        }
    }

    private byte[] packed(ParsedTable table) {
        List<TableLine> lines = table.lines().stream().map(ParsedLine::line).toList();
        return PackedScores.pack(lines, form.criterionCount(), form.columnCount());
    }

    private static Problem problem(ParsedTable table, ProblemCode code, int criterion) {
        ParsedLine line = table.line(criterion);
        if (line == null) {
            throw new IllegalStateException("Criterion " + criterion + " has a score and no line");
        }
        return table.problem(code, line);
    }
}
