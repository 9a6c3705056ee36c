package org.mera.batch;

import java.util.Optional;

/** Where the published outputs are handed out. */
public interface OutputDesk {

    /**
     * {@return the set that was published last of a year} Empty where there is none. While another is being put in its place, the one before is told
     * of.
     *
     * @throws org.mera.cycle.CycleException where its manifest is damaged
     */
    Optional<PublishedSet> of(int year);

    /**
     * Opens a file of the set that was published last. {@return it, when its bytes are those that were published} Empty where the set has no such
     * file. While another set is being put in its place, that one is waited for.
     *
     * @param path as the manifest has it; it leads nowhere else
     * @throws DamagedOutputException where it is missing or not what was published
     */
    Optional<OpenedOutput> open(int year, String path);

    /** Writes down that somebody has taken many files at once. */
    void taken(String what);
}
