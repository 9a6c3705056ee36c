package org.mera.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.ranking.RankedCompany;
import org.mera.submission.Submission;

/**
 * What is known of a company when the ranking is written: its place if it has one, and every assessor's scores.
 *
 * @param company  INN or code
 * @param name     empty where the register has none
 * @param ranked   its place, or null where it is not ranked
 * @param errors   how many its submission has
 * @param warnings how many its submission has
 * @param layers   by file (code points) and place
 */
public record CompanyLayers(
        String company,
        String name,
        Submission.Status status,
        @Nullable RankedCompany ranked,
        int errors,
        int warnings,
        List<Layer> layers) {

    public CompanyLayers {
        layers = List.copyOf(layers);
        if (ranked != null && status != Submission.Status.ACCEPTED) {
            throw new IllegalArgumentException(company + " is " + status.word() + " and cannot be ranked");
        }
        if (ranked != null && !ranked.company().id().equals(company)) {
            throw new IllegalArgumentException(
                    "The place of " + ranked.company().id() + " is not that of " + company);
        }
    }

    /** {@return a company of the ranking with its layers} */
    public static CompanyLayers of(RankedCompany ranked, List<Layer> layers) {
        return new CompanyLayers(
                ranked.company().id(),
                ranked.company().name(),
                Submission.Status.ACCEPTED,
                ranked,
                0,
                ranked.standing().warnings(),
                layers);
    }
}
