package org.mera.seal;

import java.util.List;
import org.mera.csv.Problem;
import org.mera.submission.RegisterEntry;

/**
 * All companies of a rating, from wherever they are known.
 *
 * @param registered how many the register has
 * @param companies  by identity (code points)
 * @param problems   in the order of problems.csv; none where they are not known
 * @param register   all its lines, by file and line; none where it is not known
 */
record KnownRating(int registered, List<KnownCompany> companies, List<Problem> problems, List<RegisterEntry> register) {

    KnownRating {
        companies = List.copyOf(companies);
        problems = List.copyOf(problems);
        register = List.copyOf(register);
    }
}
