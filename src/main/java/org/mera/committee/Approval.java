package org.mera.committee;

import java.time.LocalDate;

/**
 * The committee's approval of a cycle.
 *
 * @param edition  1… in its cycle
 * @param protocol as it is to be printed: number and date
 * @param date     of the approval in Mera
 */
public record Approval(int edition, String protocol, LocalDate date) {}
