package org.mera.scoring;

/** A company that the committee has taken out of the rated year's ranking, and why. */
public record Withdrawal(String company, String reason) {

    public Withdrawal {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A company is withdrawn for a reason");
        }
    }
}
