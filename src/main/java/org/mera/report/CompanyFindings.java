package org.mera.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Problem;

/**
 * The problems of a company's submission.
 *
 * @param company  INN or code
 * @param name     empty where the register has none
 * @param rank     null where it is not ranked
 * @param problems by place
 */
public record CompanyFindings(String company, String name, @Nullable Integer rank, List<Problem> problems) {

    public CompanyFindings {
        problems = List.copyOf(problems);
    }
}
