package org.mera.batch;

import org.jspecify.annotations.Nullable;

/**
 * A printed report in a published set of outputs.
 *
 * @param company  INN or code; empty where it is the committee's, or where nothing is known of it but its file
 * @param name     of the company; empty where it is unknown
 * @param file     relative to the set, with {@code /}
 * @param size     in bytes
 * @param revision that it was printed in, which it bears; null where that is unknown
 * @param state    whether the file is the one that was published
 */
public record Report(String company, String name, String file, long size, @Nullable Integer revision, State state) {

    /** How a file stands to what was published. */
    public enum State {
        SOUND,
        /** It is missing or changed; {@code mera rerun} restores it. */
        DAMAGED
    }
}
