package org.mera.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mera.csv.FieldCharacters;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;

/**
 * Reads a company's Tables line by line from their bytes, as long as all is plainly sound: lines in the order of the criteria, scores on the scale,
 * sums that agree, evidence that cites known documents, directions that the criterion has, one Table that counts; what is to be verified in it is
 * gathered. One serves one company.
 */
final class QuickTables {

    private final TableForm form;
    private final int year;
    private final String company;
    private final QuickNumbers numbers;
    private final QuickEvidence evidence;
    private final FieldCharacters characters = new FieldCharacters();
    private final List<QuickTable> tables = new ArrayList<>(2);
    private @Nullable QuickTable current;
    private String finalWord = "";

    /** @param year the rated year */
    QuickTables(TableForm form, int year, String company, QuickNumbers numbers, QuickEvidence evidence) {
        this.form = form;
        this.year = year;
        this.company = company;
        this.numbers = numbers;
        this.evidence = evidence;
    }

    /**
     * {@return whether the lines of a part, which follow those of the parts before, are plainly sound}
     *
     * @param at       where the fields stand in it
     * @param number   the part's among all that is held of the company
     * @param together whether it stands together with the part before
     */
    boolean read(Part part, TableIndices at, int number, boolean together) {
        if (!together) {
            current = null;
        }
        numbers.begin(part.encoding());
        QuickLine line = new QuickLine(part);
        int record = 0;
        for (int start = 0; start < part.bytes().length; record++) {
            start = line.find(start);
            if (start < 0 || !line.names(company, at.identity(), characters) || !read(line, at, number, record)) {
                return false;
            }
        }
        return true;
    }

    private boolean read(QuickLine line, TableIndices at, int part, int record) {
        QuickTable table = table(line, at, part, record);
        if (table == null || !table.isNext(part, record) || table.isComplete() || !isOfYear(line, at)) {
            return false;
        }
        int criterion = number(line, at.criterion());
        if (criterion != 10 * table.nextCriterion() || !readScores(line, at, table)) {
            return false;
        }
        if (!evidence.hasDirections(line, at.directions(), table.nextCriterion())) {
            return false;
        }
        if (!line.isRepeated(at.finality())) {
            finalWord = line.text(at.finality(), characters);
        }
        table.endLine(finalWord);
        return true;
    }

    private boolean isOfYear(QuickLine line, TableIndices at) {
        int found = number(line, at.year());
        return found == QuickNumbers.EMPTY || found == 10 * year;
    }

    private boolean readScores(QuickLine line, TableIndices at, QuickTable table) {
        table.beginLine();
        int sum = 0;
        for (int column = 0; column < form.columnCount(); column++) {
            int score = form.scoreOfTenths(number(line, at.scores()[column]));
            if (score == TableLine.UNSOUND) {
                return false;
            }
            if (score > 0 && !evidence.isCited(line, at.evidence()[column], table, column)) {
                return false;
            }
            sum += score;
            table.score(column, score);
        }
        int given = number(line, at.sum());
        return given == QuickNumbers.EMPTY || form.unitsOfTenths(given) == sum;
    }

    private int number(QuickLine line, int index) {
        return numbers.tenths(line.bytes(), line.from(index), line.to(index));
    }

    /** {@return the Table that a line belongs to} Null where it is not plain which one. */
    private @Nullable QuickTable table(QuickLine line, TableIndices at, int part, int record) {
        if (current != null && line.isRepeated(at.assessor()) && line.isRepeated(at.expert())) {
            return current;
        }
        String word = line.text(at.assessor(), characters);
        String expert = line.text(at.expert(), characters);
        Assessor assessor = word.isEmpty() ? Assessor.EXPERT : Words.assessor(word);
        if (assessor == null) {
            return null;
        }
        for (QuickTable table : tables) {
            if (table.isOf(assessor, expert)) {
                return table == current ? table : null;
            }
        }
        QuickTable table =
                new QuickTable(assessor, expert, new Place(part, record), line.part(), form, warnings(assessor));
        tables.add(table);
        current = table;
        return table;
    }

    /** {@return what is gathered about the evidence of a Table that may be the one that counts} */
    private @Nullable EvidenceWarnings warnings(Assessor assessor) {
        return assessor == Assessor.EXPERT ? new EvidenceWarnings(form, year, company) : null;
    }

    /**
     * {@return what became of the Tables} Empty where they are not plainly complete, or it is not plain which one counts.
     *
     * @param desk whether the company is in the desk rating
     */
    Optional<Outcome> outcome(ScoreWarnings scores, boolean desk) {
        QuickTable counting = counting();
        return counting == null ? Optional.empty() : Optional.of(outcome(counting, scores, desk));
    }

    private @Nullable QuickTable counting() {
        int experts = 0;
        int finals = 0;
        QuickTable expert = null;
        QuickTable finalTable = null;
        for (QuickTable table : tables) {
            if (!table.isComplete()) {
                return null;
            }
            if (table.assessor() == Assessor.EXPERT) {
                if (isDoubtful(table.finality())) {
                    return null;
                }
                experts++;
                expert = table;
                if (table.finality().isFinal()) {
                    finals++;
                    finalTable = table;
                }
            }
        }
        if (experts == 1) {
            return Objects.requireNonNull(expert).finality().notFinal().isEmpty() ? expert : null;
        }
        return finals == 1 ? finalTable : null;
    }

    private Outcome outcome(QuickTable counting, ScoreWarnings scores, boolean desk) {
        List<AssessedTable> assessed = new ArrayList<>(tables.size());
        for (QuickTable table : tables) {
            assessed.add(table.assessed(table == counting));
        }
        return new Outcome(company, Submission.Status.ACCEPTED, assessed, warnings(counting, scores, desk));
    }

    private List<Problem> warnings(QuickTable counting, ScoreWarnings scores, boolean desk) {
        List<Problem> warnings = counting.evidenceWarnings();
        ScoreWarnings.AtLine line =
                (code, criterion) -> problem(code, counting, criterion).withCriterion(criterion);
        scores.addUnmet(counting.scores(), line, warnings);
        if (tables.size() > 1) {
            addOwn(counting, scores, desk, line, warnings);
        }
        return warnings;
    }

    private void addOwn(
            QuickTable counting,
            ScoreWarnings scores,
            boolean desk,
            ScoreWarnings.AtLine line,
            List<Problem> warnings) {
        List<QuickTable> own = tables.stream()
                .filter(table -> table.assessor() == Assessor.COMPANY)
                .toList();
        scores.addGaps(counting.scores(), own.stream().map(QuickTable::scores).toList(), line, warnings);
        if (desk) {
            own.forEach(table -> warnings.add(problem(ProblemCode.SELF_ASSESSMENT_DESK, table, 1)));
        }
    }

    private Problem problem(ProblemCode code, QuickTable table, int criterion) {
        return Problem.of(code, table.file(), table.record(criterion)).withCompany(company);
    }

    private static boolean isDoubtful(Finality finality) {
        return finality.isFinalInPart() || !finality.unreadable().isEmpty();
    }
}
