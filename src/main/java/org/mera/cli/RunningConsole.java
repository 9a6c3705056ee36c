package org.mera.cli;

import java.util.Optional;

/** The console while it is served. */
public interface RunningConsole extends AutoCloseable {

    /** {@return where a browser on this computer finds it} */
    String url();

    /** {@return whether it listens on all addresses of this computer, of which the url is one} */
    boolean listensEverywhere();

    /** {@return the password of the first administrator, where one was made just now} */
    Optional<String> firstPassword();

    /** {@return whether other computers reach it with nothing that keeps passwords from being read on the way} */
    boolean isOpenUnencrypted();

    /** Is told that whoever has started it will stop it, however the program ends. */
    void served();

    /** Stops it: what its runs are doing ends whole. May be called again. */
    @Override
    void close();
}
