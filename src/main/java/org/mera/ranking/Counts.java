package org.mera.ranking;

/**
 * How many companies came how far in a cycle.
 *
 * @param registered lines of the register, each company once
 * @param handedIn   companies of which a line of a Table was read: the accepted and the rejected
 * @param accepted   whose submission has no error that counts
 * @param rejected   whose submission has one
 * @param warned     whose submission has a warning
 * @param ranked     the accepted that stand in the ranking
 * @param withdrawn  taken out of the rating with a reason, whatever became of their submissions
 */
public record Counts(int registered, int handedIn, int accepted, int rejected, int warned, int ranked, int withdrawn) {

    /** The counts where no company was withdrawn. */
    public Counts(int registered, int handedIn, int accepted, int rejected, int warned, int ranked) {
        this(registered, handedIn, accepted, rejected, warned, ranked, 0);
    }

    /** {@return these counts once so many companies stand in the ranking} */
    public Counts withRanked(int companies) {
        return new Counts(registered, handedIn, accepted, rejected, warned, companies, withdrawn);
    }

    public Counts {
        if (registered < 0 || accepted < 0 || rejected < 0 || warned < 0 || ranked < 0 || withdrawn < 0) {
            throw new IllegalArgumentException("Companies are counted from 0");
        }
        if (accepted + rejected != handedIn || ranked > accepted) {
            throw new IllegalArgumentException("Counts disagree: handed in " + handedIn + ", accepted " + accepted
                    + ", rejected " + rejected + ", ranked " + ranked);
        }
    }
}
