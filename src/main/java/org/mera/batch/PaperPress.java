package org.mera.batch;

import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;

/** Prints the papers of a run. Used by many threads, each within the transaction of its chunk. */
interface PaperPress {

    /**
     * A paper that may be printed.
     *
     * @param company     empty where it is the committee's
     * @param fingerprint of all that it prints but the revision
     */
    record Paper(String company, String fingerprint, Printing printing) {}

    /** Prints a paper. */
    interface Printing {

        /**
         * Writes the PDF. The stream stays open.
         *
         * @param revision that the paper bears: the one in which it was printed first with its fingerprint
         */
        void print(int revision, OutputStream out);
    }

    /** {@return a hash of the templates, styles, fonts and wording} */
    String edition();

    /** Gathers the papers of these companies, one after another. */
    void companies(List<String> companies, Consumer<Paper> each);

    /** Gathers the committee's paper, which is read bit by bit while it is printed. */
    void committee(Consumer<Paper> paper);
}
