package org.mera.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What withdrawals change, or that they were taken back.
 *
 * @param withdrawn whether the companies are withdrawn now
 * @param companies in the order in which they were named
 * @param moved     how many other companies get another rank by it
 */
public record WithdrawalReport(int year, boolean withdrawn, List<Place> companies, int moved) {

    public WithdrawalReport {
        companies = List.copyOf(companies);
    }

    /** {@return whether anything is different now} */
    public boolean hasEffect() {
        return companies.stream().anyMatch(Place::hasEffect);
    }

    /**
     * Where a company stood and stands.
     *
     * @param hasEffect  whether it was not so before, for the same reason
     * @param rankBefore null where it was not ranked
     * @param rankAfter  null where it is not ranked
     */
    public record Place(
            String company,
            String name,
            boolean hasEffect,
            @Nullable Integer rankBefore,
            @Nullable Integer rankAfter) {}
}
