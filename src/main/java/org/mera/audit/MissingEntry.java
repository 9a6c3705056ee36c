package org.mera.audit;

/**
 * An entry that the audit log must have by what is stored beside it: what was cut off at a chain's end leaves the chain unbroken.
 *
 * @param year the rated year
 * @param what there is no entry of
 */
public record MissingEntry(int year, String what) {

    /** {@return for example {@code the log of 2025 lacks an entry: committee act 7 (decide, by anna@office) has none}} */
    @Override
    public String toString() {
        return "the log of " + year + " lacks an entry: " + what + " has none";
    }
}
