package org.mera.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.csv.ProblemCode;
import org.mera.csv.Severity;

/**
 * Which problems are asked for.
 *
 * @param companies by identity; null: whosever
 * @param file      a part of the file's name, as it is written; empty: of any
 * @param code      null: any
 * @param severity  null: any
 */
public record ProblemFilter(
        @Nullable List<String> companies, String file, @Nullable ProblemCode code, @Nullable Severity severity) {

    /** All problems. */
    public static final ProblemFilter ALL = new ProblemFilter(null, "", null, null);

    public ProblemFilter {
        companies = companies == null ? null : List.copyOf(companies);
    }
}
