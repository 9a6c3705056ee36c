package org.mera.batch;

import org.jspecify.annotations.Nullable;

/**
 * What a withdrawal changes, or that it was taken back.
 *
 * @param withdrawn  whether the company is withdrawn now
 * @param hasEffect  whether it was not so before, for the same reason
 * @param rankBefore null where it was not ranked
 * @param rankAfter  null where it is not ranked
 * @param moved      how many other companies get another rank by it
 */
public record WithdrawalReport(
        int year,
        String company,
        String name,
        boolean withdrawn,
        boolean hasEffect,
        @Nullable Integer rankBefore,
        @Nullable Integer rankAfter,
        int moved) {}
