package org.mera.ranking;

import org.jspecify.annotations.Nullable;

/**
 * Where a company stood in a rated year.
 *
 * @param points      its total; null where the ranking was brought in from before this home
 * @param indicator   in percent, a point and two decimals; empty where it is not known
 * @param companies   how many were ranked
 * @param methodology the version that it was measured by; empty where it is not known
 */
public record YearPlace(
        int year, int rank, int companies, @Nullable String points, String indicator, String methodology) {}
