package org.mera.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.committee.Verification;
import org.mera.csv.Problem;

/**
 * Some of the companies that are to be verified, the ranked in their order, then those that were asked without being ranked.
 *
 * @param year          as it was published
 * @param total         how many companies fit what was asked for
 * @param companies     of the page
 * @param toVerify      how many companies there are in all
 * @param openQuestions how many questions to them are open
 */
public record VerificationPage(RatedYear year, long total, List<ToVerify> companies, int toVerify, int openQuestions) {

    public VerificationPage {
        companies = List.copyOf(companies);
    }

    /** Which companies are asked for. */
    public enum Which {
        ALL,
        /** Those with a question that is open. */
        OPEN,
        /** Those with a warning of whom nothing was asked. */
        UNASKED
    }

    /**
     * A company that is to be verified.
     *
     * @param name empty where it is not known
     * @param rank null where it is not ranked
     */
    public record ToVerify(String id, String name, @Nullable Integer rank, List<Item> items) {

        public ToVerify {
            items = List.copyOf(items);
        }
    }

    /**
     * What there is to verify of a company.
     *
     * @param problem      the warning; null where it was asked about without one
     * @param verification what was asked last and what came of it; null where nothing was
     */
    public record Item(@Nullable Problem problem, @Nullable Verification verification) {

        /** {@return the criterion that it is about} Null where it is about the company. */
        public @Nullable Integer criterion() {
            return problem != null ? problem.criterion() : verification == null ? null : verification.criterion();
        }

        /** {@return the column or field that it is about} Empty where it is about none. */
        public String column() {
            return problem != null ? problem.column() : verification == null ? "" : verification.column();
        }
    }
}
