package org.mera.csv;

/** Who is told of each record of a file while it is scanned. */
public interface RecordHandler {

    /** The first record that is not empty. {@return whether the records after it are wanted} The file is read to its end all the same. */
    boolean header(RawRecord header);

    /** A record after the header that has text, perhaps with others behind it. */
    void record(RawRecord record);

    /**
     * {@return how many bytes of records may be handed out as one run} Records in a row that repeat the bytes of the first one's first field, which
     * has text, make a run: only the first is shown. Asked before each; a record alone may be longer, and with 0 each comes alone.
     */
    default int longestRun() {
        return 0;
    }

    /**
     * The records handed out since the last call are about to leave the memory; who wants their bytes, many of them at once, takes them now. Said
     * for the last time when all records were handed out.
     */
    default void passed(PassedBytes bytes) {}

    /** The encoding was guessed wrongly: forget everything, the header comes again. */
    void restart();
}
