package org.mera.committee;

import java.util.List;

/**
 * What the committee has decided, as it is listed for people.
 *
 * @param companies by identity (code points)
 * @param withdrawn by identity (code points)
 */
public record DecisionList(List<DecidedCompany> companies, List<WithdrawnCompany> withdrawn) {

    /** Where nothing was decided. */
    public static final DecisionList NONE = new DecisionList(List.of(), List.of());

    public DecisionList {
        companies = List.copyOf(companies);
        withdrawn = List.copyOf(withdrawn);
    }
}
