package org.mera.cycle;

import java.time.LocalDate;

/**
 * One rated year's rating.
 *
 * @param methodologySha256 of the edition that it is pinned to
 * @param firstRunOn        the day of its first run, the cutoff where the job names none
 */
public record Cycle(int year, String methodologySha256, LocalDate firstRunOn) {}
