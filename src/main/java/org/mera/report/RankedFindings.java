package org.mera.report;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Problem;
import org.mera.ranking.RankedCompany;

/** Puts problems, which come in the order of the ranking, to the companies that they belong to. */
public final class RankedFindings implements Iterator<CompanyFindings> {

    private final Iterator<RankedCompany> companies;
    private final Iterator<Problem> problems;
    private @Nullable Problem ahead;

    /**
     * Goes through both at once.
     *
     * @param companies in the order of the ranking; all that have a problem
     * @param problems  of these companies, in the same order
     */
    public RankedFindings(Iterator<RankedCompany> companies, Iterator<Problem> problems) {
        this.companies = companies;
        this.problems = problems;
        this.ahead = problems.hasNext() ? problems.next() : null;
    }

    /** @throws IllegalStateException where a problem is left over, so that it belongs to none of the companies */
    @Override
    public boolean hasNext() {
        if (!companies.hasNext() && ahead != null) {
            throw new IllegalStateException(
                    "A problem of " + ahead.company() + " comes out of the order of the ranking");
        }
        return companies.hasNext();
    }

    @Override
    public CompanyFindings next() {
        if (!companies.hasNext()) {
            throw new NoSuchElementException();
        }
        RankedCompany ranked = companies.next();
        String id = ranked.company().id();
        List<Problem> ofOne = new ArrayList<>();
        while (ahead != null && ahead.company().equals(id)) {
            ofOne.add(ahead);
            ahead = problems.hasNext() ? problems.next() : null;
        }
        return new CompanyFindings(id, ranked.company().name(), ranked.rank(), ofOne);
    }
}
