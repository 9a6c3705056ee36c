package org.mera.committee;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mera.company.Participation;
import org.mera.submission.Submission;

/**
 * A company of a revision that has no place in its ranking.
 *
 * @param name          empty where the register does not know the company; so are industry and region
 * @param participation null where the register does not say
 */
public record UnrankedCompany(
        String id,
        String name,
        String industry,
        String region,
        @Nullable Participation participation,
        Submission.Status status,
        int errors,
        int warnings) {

    /** {@return how it takes part} Empty where the register does not say. */
    public Optional<Participation> takesPart() {
        return Optional.ofNullable(participation);
    }
}
