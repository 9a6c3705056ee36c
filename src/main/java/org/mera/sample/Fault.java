package org.mera.sample;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.mera.methodology.Identification;
import org.mera.methodology.Methodology;

/** What can be wrong with what an invented company hands in: each is an error by itself. */
enum Fault {
    BAD_SCORE,
    BLANK_SCORE,
    SUM_MISMATCH,
    MISSING_CRITERION,
    DUPLICATE_CRITERION,
    UNKNOWN_CRITERION,
    UNKNOWN_DIRECTION,
    WRONG_YEAR,
    BAD_INN,
    NO_FINAL_ASSESSMENT,
    MISSING_EVIDENCE,
    UNKNOWN_DOCUMENT,
    BAD_DATE,
    UNKNOWN_KIND,
    INCOMPLETE_REQUISITES;

    private static final Set<Fault> OF_EVIDENCE =
            EnumSet.of(MISSING_EVIDENCE, UNKNOWN_DOCUMENT, BAD_DATE, UNKNOWN_KIND, INCOMPLETE_REQUISITES);

    /** {@return the faults that a submission may have} Those of evidence only where scores need it; a code other than an INN cannot be bad. */
    static List<Fault> possible(Methodology methodology) {
        return Arrays.stream(values())
                .filter(fault -> methodology.evidenceRequired() || !OF_EVIDENCE.contains(fault))
                .filter(fault -> methodology.identification() == Identification.INN || fault != BAD_INN)
                .toList();
    }
}
