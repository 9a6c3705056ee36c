package org.mera.report;

import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;
import org.mera.csv.Problem;

/** The problems that the committee's report lists, company by company: each method tells them anew. */
public interface Findings {

    /** {@return the ranked companies with a warning, in the order of the ranking} */
    Iterator<CompanyFindings> toVerify();

    /** {@return those of these companies that are ranked and have a warning, in the order of the ranking} */
    Iterator<CompanyFindings> toVerify(Set<String> companies);

    /** {@return the companies whose submission was rejected, by identity (code points)} */
    Iterator<CompanyFindings> rejected();

    /** {@return the companies that handed in nothing, by identity (code points)} */
    Iterator<CompanyFindings> notHandedIn();

    /** {@return the problems of files and of lines that belong to no company, in the order of problems.csv} To be closed. */
    Stream<Problem> ofNoCompany();
}
