package org.mera.schedule;

/** A way to tell news. */
interface Messenger {

    /** {@return how it is called in the log} */
    String name();

    /**
     * Tries once to tell it.
     *
     * @throws UntoldException when that did not work
     */
    void tell(News news);
}
