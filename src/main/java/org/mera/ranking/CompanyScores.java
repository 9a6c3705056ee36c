package org.mera.ranking;

import java.util.List;

/**
 * A ranked company's sound Tables, as they were handed in.
 *
 * @param tables one of them counts
 */
public record CompanyScores(String company, List<ScoredTable> tables) {

    public CompanyScores {
        tables = List.copyOf(tables);
    }

    /** {@return the scores of the expert whose Table counts, before any decision} */
    public byte[] expert() {
        return tables.stream()
                .filter(ScoredTable::counts)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(company + " has a place and no Table that counts"))
                .scores();
    }
}
