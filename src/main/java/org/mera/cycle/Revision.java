package org.mera.cycle;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One set of inputs of a cycle.
 *
 * @param number        1… in its cycle
 * @param cutoff        the last date that a cited document may bear
 * @param rulesVersion  of the checks and their wording
 * @param outputOptions what else shapes the outputs, as text: language…
 * @param lastAct       the last act of the committee that it takes in, by number; 0: none
 * @param fingerprint   of everything that was read; null until every file has been read to its end
 */
public record Revision(
        int year,
        int number,
        String methodologySha256,
        LocalDate cutoff,
        int rulesVersion,
        String outputOptions,
        long lastAct,
        @Nullable String fingerprint,
        State state) {

    /** How far a revision has come. */
    public enum State {
        RUNNING,
        FAILED,
        COMPLETED
    }

    /** {@return whether the other one has the same methodology, cutoff, rules, output options and acts of the committee} */
    public boolean isOfSameTerms(Revision other) {
        return methodologySha256.equals(other.methodologySha256)
                && cutoff.equals(other.cutoff)
                && rulesVersion == other.rulesVersion
                && outputOptions.equals(other.outputOptions)
                && lastAct == other.lastAct;
    }

    /** {@return the same up to another act of the committee} */
    public Revision withLastAct(long newLastAct) {
        return new Revision(
                year, number, methodologySha256, cutoff, rulesVersion, outputOptions, newLastAct, fingerprint, state);
    }

    /** {@return the same with another number} */
    public Revision withNumber(int newNumber) {
        return new Revision(
                year, newNumber, methodologySha256, cutoff, rulesVersion, outputOptions, lastAct, fingerprint, state);
    }
}
