package org.mera.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mera.submission.InboxFile;

/** Where files from outside are taken into the inbox of a cycle. */
public interface InboxDesk {

    /** {@return the inbox that the last run of a year has read} Empty where there was none. */
    Optional<Path> folder(int year);

    /** {@return the registers that the last run of a year has found, as far as they are still there} Named as of the folder that holds the inbox. */
    List<InboxFile> registers(int year);

    /** {@return whether a run, or an act, goes on with the cycle} Then nothing in its inbox is replaced. */
    boolean isBusy(int year);

    /**
     * Takes files into an inbox, all or none, each at once as a whole, and says so in the home's audit log. {@return them as they are there}
     *
     * @param replace whether a file may stand in the place of one of the same name
     * @throws RefusedFileException                      when one of them is not taken
     * @throws org.mera.submission.InboxException        when the inbox cannot be written
     */
    List<TakenFile> take(int year, Path inbox, List<HandedFile> files, boolean replace);

    /**
     * A file that somebody hands in.
     *
     * @param name as he calls it
     * @param file where it lies meanwhile; it stays there
     */
    record HandedFile(String name, Path file) {}

    /**
     * A file that was taken.
     *
     * @param size     in bytes
     * @param sha256   64 lower-case hexadecimal digits
     * @param replaced whether it stands in the place of another
     */
    record TakenFile(String name, long size, String sha256, boolean replaced) {}
}
