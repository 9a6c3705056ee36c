package org.mera.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.coding.WeightedKappaAgreement;
import org.dkpro.statistics.agreement.distance.IDistanceFunction;
import org.dkpro.statistics.agreement.distance.IntervalDistanceFunction;
import org.junit.jupiter.api.Test;

/** Kappa and alpha against worked examples that were published, and against a library on many random ones. */
class AgreementCountsTest {

    private static final double HALF_A_THOUSANDTH = 0.000501;
    /**
     * At most 1: the library divides the disagreement observed by the greatest distance observed, if that is above 1, but the one expected by the
     * greatest of all, and its kappa is too low where the two differ.
     */
    private static final IDistanceFunction LINEAR =
            (study, left, right) -> Math.abs((Integer) left - (Integer) right) / 10.0;

    /**
     * 91 couples on a scale of four (M. Hout, O. D. Duncan, M. E. Sobel, 1987, in A. Agresti: Categorical Data Analysis, 1990). The manual of R's
     * package vcd prints {@code Kappa(SexualFun)}, its weights equally spaced: 0.2374.
     */
    @Test
    void weighsKappaLinearlyAsPublishedOfNinetyOneCouples() {
        assertThat(kappa(new int[][] {{7, 7, 2, 3}, {2, 8, 3, 7}, {1, 5, 4, 9}, {2, 8, 9, 14}}))
                .isEqualTo(Coefficient.of(new BigDecimal("0.237")));
    }

    /**
     * Two dermatologists' evaluations of 88 patients on a scale of four (SAS/STAT User's Guide, the FREQ procedure, Agreement Study); weighted
     * kappa 0.5082.
     */
    @Test
    void weighsKappaLinearlyAsPublishedOfEightyEightPatients() {
        assertThat(kappa(new int[][] {{10, 4, 1, 0}, {5, 10, 12, 2}, {2, 4, 12, 5}, {0, 2, 6, 13}}))
                .isEqualTo(Coefficient.of(new BigDecimal("0.508")));
    }

    /**
     * Four observers, twelve units, seven values missing (K. Krippendorff: Content Analysis, 2nd edition, 2004, p. 230; Computing Krippendorff's
     * Alpha-Reliability, 2011): the interval alpha is 0.849.
     */
    @Test
    void findsTheIntervalAlphaPublishedOfFourObservers() {
        AlphaCount count = alpha(List.of(
                new int[] {1, 1, 1},
                new int[] {2, 2, 3, 2},
                new int[] {3, 3, 3, 3},
                new int[] {3, 3, 3, 3},
                new int[] {2, 2, 2, 2},
                new int[] {1, 2, 3, 4},
                new int[] {4, 4, 4, 4},
                new int[] {1, 1, 2, 1},
                new int[] {2, 2, 2, 2},
                new int[] {5, 5, 5},
                new int[] {1, 1},
                new int[] {3}));

        assertThat(count.alpha()).isEqualTo(Coefficient.of(new BigDecimal("0.849")));
    }

    /** Three coders, fifteen units (the example of the encyclopedias' articles on Krippendorff's alpha): the interval alpha is 0.811. */
    @Test
    void findsTheIntervalAlphaPublishedOfThreeCoders() {
        AlphaCount count = alpha(List.of(
                new int[] {1},
                new int[] {},
                new int[] {2, 2},
                new int[] {1, 1},
                new int[] {3, 3},
                new int[] {3, 3, 4},
                new int[] {4, 4, 4},
                new int[] {1, 3},
                new int[] {2, 2},
                new int[] {1, 1},
                new int[] {1, 1},
                new int[] {3, 3},
                new int[] {3, 3},
                new int[] {},
                new int[] {3, 4}));

        assertThat(count.alpha()).isEqualTo(Coefficient.of(new BigDecimal("0.811")));
    }

    @Test
    void isOneWhereAllAgreeAndScoresDiffer() {
        assertThat(kappa(new int[][] {{3, 0}, {0, 2}})).isEqualTo(Coefficient.of(new BigDecimal("1.000")));
        assertThat(alpha(List.of(new int[] {0, 0}, new int[] {1, 1})).alpha())
                .isEqualTo(Coefficient.of(new BigDecimal("1.000")));
    }

    @Test
    void isNotDefinedWhereAllScoresAreEqual() {
        assertThat(kappa(new int[][] {{0, 0}, {0, 7}})).isEqualTo(Coefficient.ALL_EQUAL);
        assertThat(alpha(List.of(new int[] {2, 2}, new int[] {2, 2, 2})).alpha())
                .isEqualTo(Coefficient.ALL_EQUAL);
    }

    @Test
    void isNotDefinedWhereNothingWasScoredTwice() {
        assertThat(new KappaCount(2).kappa()).isEqualTo(Coefficient.NO_CELLS);
        assertThat(alpha(List.of(new int[] {2}, new int[] {1})).alpha()).isEqualTo(Coefficient.NO_CELLS);
    }

    @Test
    void fallsBelowZeroWhereAssessorsContradictEachOther() {
        assertThat(kappa(new int[][] {{0, 5}, {5, 0}})).isEqualTo(Coefficient.of(new BigDecimal("-1.000")));
    }

    @Test
    void agreesWithTheLibraryOnKappa() {
        Random random = new Random(7);
        for (int study = 0; study < 200; study++) {
            int maximum = 1 + random.nextInt(5);
            KappaCount count = new KappaCount(maximum);
            CodingAnnotationStudy library = new CodingAnnotationStudy(2);
            for (int item = 0; item < 60; item++) {
                int first = random.nextInt(maximum + 1);
                int second = random.nextInt(3) > 0 ? first : random.nextInt(maximum + 1);
                count.add(first, second);
                library.addItem(first, second);
            }
            assertThat(count.kappa().defined().orElseThrow().doubleValue())
                    .isCloseTo(
                            new WeightedKappaAgreement(library, LINEAR).calculateAgreement(),
                            within(HALF_A_THOUSANDTH));
        }
    }

    @Test
    void agreesWithTheLibraryOnAlphaOfAnyNumberOfAssessors() {
        Random random = new Random(11);
        for (int study = 0; study < 200; study++) {
            int maximum = 1 + random.nextInt(5);
            int assessors = 2 + random.nextInt(5);
            AlphaCount count = new AlphaCount();
            CodingAnnotationStudy library = new CodingAnnotationStudy(assessors);
            for (int item = 0; item < 40; item++) {
                Object[] row = new Object[assessors];
                List<Integer> scores = new ArrayList<>();
                int usual = random.nextInt(maximum + 1);
                for (int i = 0; i < assessors; i++) {
                    if (random.nextInt(6) > 0) {
                        int score = random.nextInt(3) > 0 ? usual : random.nextInt(maximum + 1);
                        row[i] = score;
                        scores.add(score);
                    }
                }
                library.addItemAsArray(row);
                int[] cell = scores.stream().mapToInt(Integer::intValue).toArray();
                count.add(cell, cell.length);
            }
            assertThat(count.alpha().defined().orElseThrow().doubleValue())
                    .isCloseTo(
                            new KrippendorffAlphaAgreement(library, new IntervalDistanceFunction())
                                    .calculateAgreement(),
                            within(HALF_A_THOUSANDTH));
        }
    }

    private static Coefficient kappa(int[][] table) {
        KappaCount count = new KappaCount(table.length - 1);
        for (int first = 0; first < table.length; first++) {
            for (int second = 0; second < table.length; second++) {
                for (int i = 0; i < table[first][second]; i++) {
                    count.add(first, second);
                }
            }
        }
        return count.kappa();
    }

    private static AlphaCount alpha(List<int[]> cells) {
        AlphaCount count = new AlphaCount();
        cells.forEach(cell -> count.add(Arrays.copyOf(cell, 10), cell.length));
        return count;
    }
}
