package org.mera.submission;

/** One assessor's Table while it is read line by line, in the order of the criteria. */
final class QuickTable {

    private final Assessor assessor;
    private final String expert;
    private final String plainExpert;
    private final Place first;
    private final byte[] scores;
    private final int columns;
    private final Finality finality = new Finality();
    private int lines;

    /** @param first the place of its first line */
    QuickTable(Assessor assessor, String expert, Place first, TableForm form) {
        this.assessor = assessor;
        this.expert = expert;
        this.plainExpert = Words.plain(expert);
        this.first = first;
        this.columns = form.columnCount();
        this.scores = new byte[form.criterionCount() * columns];
    }

    Assessor assessor() {
        return assessor;
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

    AssessedTable assessed(boolean counts) {
        return new AssessedTable(assessor, expert, counts, false, first, scores, null);
    }
}
