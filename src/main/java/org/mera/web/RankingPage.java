package org.mera.web;

import java.util.List;
import org.mera.ranking.RankedCompany;

/**
 * A page of a ranking.
 *
 * @param companies those that the page shows
 * @param paging    among those that fit what was asked for
 */
record RankingPage(List<RankedCompany> companies, Paging paging) {

    RankingPage {
        companies = List.copyOf(companies);
    }
}
