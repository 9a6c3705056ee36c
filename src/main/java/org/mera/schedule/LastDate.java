package org.mera.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a date.
 *
 * @param message why nothing was run, or the run failed, in words; else empty
 * @param run     the run's number; null where nothing was run
 */
public record LastDate(Instant date, DateOutcome outcome, String message, @Nullable Long run) {}
