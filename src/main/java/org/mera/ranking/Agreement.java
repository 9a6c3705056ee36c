package org.mera.ranking;

import java.util.List;

/**
 * How far assessors agree: of the sound Tables of accepted companies, as they were handed in, before any decision.
 *
 * @param withCompany the companies themselves and the expert whose Table counts
 * @param amongExperts all experts among each other
 * @param pairs       each two experts who scored a company both, by their names (code points)
 */
public record Agreement(AgreementGroup withCompany, AgreementGroup amongExperts, List<Pair> pairs) {

    /** Nothing was scored twice. */
    public static final Agreement NONE = new Agreement(AgreementGroup.NONE, AgreementGroup.NONE, List.of());

    public Agreement {
        pairs = List.copyOf(pairs);
    }

    /** Two experts. */
    public record Pair(String first, String second, AgreementGroup group) {}
}
