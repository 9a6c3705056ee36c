package org.mera.sample;

import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.mera.methodology.Methodology;

/** STAND-IN: written elsewhere. */
@SuppressWarnings("DoNotCallSuggester")
public final class SampleInbox {

    public void write(Path folder, SampleOptions options, Methodology methodology, IntConsumer companiesDone) {
        throw new IllegalStateException("not built in yet: " + folder + options + methodology.id() + companiesDone);
    }
}
