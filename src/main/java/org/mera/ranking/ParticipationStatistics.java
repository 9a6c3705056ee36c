package org.mera.ranking;

import org.mera.company.Participation;

/**
 * The ranked companies that take part in the same way.
 *
 * @param indicator in percent
 */
public record ParticipationStatistics(Participation participation, int companies, Summary indicator) {}
