package org.mera.batch;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a step of a cycle's newest run is.
 *
 * @param state {@code WAITING} or a word of Spring Batch's for a step
 * @param total 0 where it is not known, or there is nothing to count
 * @param unit  of what, in the plural; empty where nothing is counted
 * @param left  how long it will still take, where that can be told
 */
public record StepState(String name, String state, long done, long total, String unit, Optional<Duration> left) {}
