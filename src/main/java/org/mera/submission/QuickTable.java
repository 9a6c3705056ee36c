package org.mera.submission;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Problem;

/** One assessor's Table while it is read line by line, in the order of the criteria. */
final class QuickTable {

    private final Assessor assessor;
    private final String expert;
    private final String plainExpert;
    private final Place first;
    private final String file;
    private final int firstRecord;
    private final @Nullable EvidenceWarnings evidence;
    private final byte[] scores;
    private final int columns;
    private final Finality finality = new Finality();
    private int lines;

    /**
     * Begins a Table.
     *
     * @param first    the place of its first line
     * @param part     the part that holds it
     * @param evidence what is gathered about its evidence; null where that is of no interest
     */
    QuickTable(
            Assessor assessor,
            String expert,
            Place first,
            Part part,
            TableForm form,
            @Nullable EvidenceWarnings evidence) {
        this.assessor = assessor;
        this.expert = expert;
        this.plainExpert = Words.plain(expert);
        this.first = first;
        this.file = part.file();
        this.firstRecord = part.range().firstRecord() + first.record();
        this.evidence = evidence;
        this.columns = form.columnCount();
        this.scores = new byte[form.criterionCount() * columns];
    }

    Assessor assessor() {
        return assessor;
    }

    /** {@return what is gathered about its evidence} Null where that is of no interest. */
    @Nullable
    EvidenceWarnings evidence() {
        return evidence;
    }

    /** {@return what is to be verified in its evidence} */
    List<Problem> evidenceWarnings() {
        return evidence == null ? new ArrayList<>() : evidence.end(file, firstRecord);
    }

    boolean isOf(Assessor other, String otherExpert) {
        return assessor == other && plainExpert.equals(Words.plain(otherExpert));
    }

    /** {@return the criterion whose line is next} */
    int nextCriterion() {
        return lines + 1;
    }

    /** {@return whether a place is where the next line stands, if all stand one behind the other} */
    boolean isNext(int part, int record) {
        return part == first.part() && record == first.record() + lines;
    }

    void beginLine() {
        if (evidence != null) {
            evidence.beginLine(file, record(nextCriterion()), nextCriterion());
        }
    }

    void score(int column, int units) {
        scores[lines * columns + column] = (byte) units;
    }

    void endLine(String finalWord) {
        lines++;
        finality.add(finalWord);
    }

    boolean isComplete() {
        return lines * columns == scores.length;
    }

    Finality finality() {
        return finality;
    }

    String file() {
        return file;
    }

    /** {@return the number of a criterion's record in the file} Its lines stand one behind the other. */
    int record(int criterion) {
        return firstRecord + criterion - 1;
    }

    byte[] scores() {
        return scores;
    }

    AssessedTable assessed(boolean counts) {
        return new AssessedTable(assessor, expert, counts, false, first, scores, null);
    }
}
