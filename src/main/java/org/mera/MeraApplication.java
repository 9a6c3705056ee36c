package org.mera;

import org.mera.cli.Mera;

/** Starts Mera: hands the command line to the command it names. */
public final class MeraApplication {

    private MeraApplication() {}

    public static void main(String[] args) {
        System.exit(Mera.start(ConsoleStart::start, args));
    }
}
