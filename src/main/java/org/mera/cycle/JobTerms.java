package org.mera.cycle;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a job says of its classes and of its experts besides.
 *
 * @param classesVersion of the job's classes; empty where it does not say, or has no classes of its own
 * @param disagreement   the share of cells in which two experts are taken to differ where the rating itself does not tell; null: none is taken
 */
public record JobTerms(String classesVersion, @Nullable BigDecimal disagreement) {

    /** A job that says nothing of the kind. */
    public static final JobTerms NONE = new JobTerms("", null);
}
