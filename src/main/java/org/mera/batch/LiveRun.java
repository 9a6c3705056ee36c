package org.mera.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a run of this process gets on.
 *
 * @param who   on whose account it was started
 * @param step  its name; empty before the first
 * @param total how much the step has to do; 0 where it is not known
 * @param unit  of what, in the plural
 * @param left  how long the step will still take, if it goes on as it did; empty where that cannot be told yet
 */
public record LiveRun(
        long id,
        int year,
        String who,
        Instant since,
        String step,
        long done,
        long total,
        String unit,
        Optional<Duration> left,
        boolean stopping) {}
