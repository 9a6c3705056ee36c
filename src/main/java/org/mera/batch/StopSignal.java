package org.mera.batch;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Whether a run is asked to stop, and by whom. Who asks first is named. */
final class StopSignal {

    private final AtomicReference<@Nullable String> who = new AtomicReference<>();

    void request(String by) {
        who.compareAndSet(null, by);
    }

    /** {@return who has asked} Empty where nobody has. */
    Optional<String> by() {
        return Optional.ofNullable(who.get());
    }

    boolean isRequested() {
        return who.get() != null;
    }

    /**
     * Lets the run pass a place where it can be stopped.
     *
     * @throws StoppedException where somebody has asked for it
     */
    void pass() {
        by().ifPresent(name -> {
            throw new StoppedException(name);
        });
    }
}
