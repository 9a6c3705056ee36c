package org.mera.ranking;

import java.util.List;

/**
 * How far some assessors agree, in all and by section.
 *
 * @param companies that at least two of them scored
 * @param sections  by section of the methodology
 */
public record AgreementGroup(int companies, AgreementFigures all, List<AgreementFigures> sections) {

    static final AgreementGroup NONE = new AgreementGroup(0, AgreementFigures.NONE, List.of());

    public AgreementGroup {
        sections = List.copyOf(sections);
    }
}
