package org.mera.scoring;

/** Assessments as tests write them down. */
public final class TestAssessment {

    private TestAssessment() {}

    /** {@return the assessment with these scores in units, {@code [criterion - 1][column]}} */
    public static Assessment of(int[][] scores) {
        byte[] cells = new byte[scores.length * scores[0].length];
        int cell = 0;
        for (int[] criterion : scores) {
            for (int score : criterion) {
                cells[cell++] = (byte) score;
            }
        }
        return new Assessment(cells);
    }
}
