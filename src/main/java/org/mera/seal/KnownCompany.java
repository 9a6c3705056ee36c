package org.mera.seal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mera.company.Company;
import org.mera.export.CompanyLayers;
import org.mera.export.Layer;
import org.mera.ranking.RankedCompany;
import org.mera.submission.Submission;

/**
 * What a recomputation holds of a company.
 *
 * @param id      INN or code
 * @param name    empty where the register has none
 * @param company null where it is not known, or not wholly
 * @param layers  by file (code points) and place
 */
record KnownCompany(
        String id,
        String name,
        @Nullable Company company,
        Submission.Status status,
        int errors,
        int warnings,
        List<KnownLayer> layers) {

    KnownCompany {
        layers = List.copyOf(layers);
    }

    /** {@return the layer whose scores count} */
    Optional<KnownLayer> counting() {
        return layers.stream().filter(KnownLayer::counts).findFirst();
    }

    /** {@return what is written of it} */
    CompanyLayers written(@Nullable RankedCompany ranked, int criteria) {
        List<Layer> written =
                layers.stream().map(layer -> layer.layer(criteria)).toList();
        return ranked == null
                ? new CompanyLayers(id, name, status, null, errors, warnings, written)
                : CompanyLayers.of(ranked, written);
    }
}
