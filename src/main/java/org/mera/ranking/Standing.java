package org.mera.ranking;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mera.company.Company;
import org.mera.methodology.Methodology;
import org.mera.methodology.ScoreClass;

/**
 * The sums of a company's scores that count, in units of the scale.
 *
 * @param columnSums  by column of the methodology
 * @param total       the sum of the columns, which is the sum of the sections too
 * @param sectionSums by section of the methodology
 * @param scoreClass  the class that the committee has decided, else the one that the indicator falls into; empty where no class is defined or none is reached
 * @param warnings    how many warnings the submission has
 */
public record Standing(
        Company company, int[] columnSums, int total, int[] sectionSums, String scoreClass, int warnings) {

    public Standing {
        columnSums = columnSums.clone();
        sectionSums = sectionSums.clone();
        if (total < 0 || sum(columnSums) != total || sum(sectionSums) != total) {
            throw new IllegalArgumentException("The columns " + Arrays.toString(columnSums) + " and the sections "
                    + Arrays.toString(sectionSums) + " of " + company.id() + " must both sum up to " + total);
        }
        if (warnings < 0) {
            throw new IllegalArgumentException("Warnings are counted from 0, not " + warnings);
        }
    }

    /** {@return the standing that these sums give} The class goes by the indicator as it is printed, with two decimals. */
    public static Standing of(
            Methodology methodology, Company company, int[] columnSums, int[] sectionSums, int warnings) {
        return of(methodology, company, columnSums, sectionSums, warnings, null);
    }

    /**
     * {@return the standing that these sums give, in a class of the committee's}
     *
     * @param decidedClass null where the class goes by the indicator
     */
    public static Standing of(
            Methodology methodology,
            Company company,
            int[] columnSums,
            int[] sectionSums,
            int warnings,
            @Nullable String decidedClass) {
        int total = sum(columnSums);
        String scoreClass = decidedClass == null ? classOf(methodology, total) : decidedClass;
        return new Standing(company, columnSums, total, sectionSums, scoreClass, warnings);
    }

    private static int sum(int[] numbers) {
        int sum = 0;
        for (int number : numbers) {
            sum += number;
        }
        return sum;
    }

    private static String classOf(Methodology methodology, int total) {
        return methodology.classOf(total).map(ScoreClass::label).orElse("");
    }

    /**
     * Refuses a standing that was not measured by this methodology: other columns or sections, or a sum above the maximum.
     *
     * @param columnMaximum {@link Methodology#columnMaximum()}, worked out once for all standings
     */
    void check(Methodology methodology, int columnMaximum) {
        if (columnSums.length != methodology.columns().size()
                || sectionSums.length != methodology.sections().size()
                || !areWithin(columnMaximum)) {
            throw new IllegalArgumentException("The sums " + Arrays.toString(columnSums) + " of " + company.id()
                    + " are none of the methodology " + methodology.id() + " " + methodology.version());
        }
    }

    private boolean areWithin(int columnMaximum) {
        for (int sum : columnSums) {
            if (sum < 0 || sum > columnMaximum) {
                return false;
            }
        }
        return true;
    }
}
