package org.mera.csv;

/** Who is told of each record of a file while it is scanned. */
public interface RecordHandler {

    /** The first record that is not empty. {@return whether the records after it are wanted} The file is read to its end all the same. */
    boolean header(RawRecord header);

    /** A record after the header that has text. */
    void record(RawRecord record);

    /** The bytes of the records handed out so far are about to leave the memory. */
    default void bytesLeave() {}

    /** The encoding was guessed wrongly: forget everything, the header comes again. */
    void restart();
}
