package org.mera.cli;

import java.time.Clock;
import java.time.ZoneId;

/** Mera as a process: what its main method hands the command line to. */
public final class Mera {

    private Mera() {}

    /** {@return the exit code of the command that the arguments name} Restarts the program where file names would not be UTF-8. */
    public static int start(ConsoleServer console, String... args) {
        Screen screen = Screen.ofProcess(System.getenv());
        Utf8Restart restart = Utf8Restart.ofProcess();
        if (restart.needed()) {
            return restart.run(screen.err());
        }
        restart.followParent();
        Clock clock = Clock.system(ZoneId.systemDefault());
        Invocation invocation = new Invocation(
                screen, new InstalledCapabilities(clock, console), System.getenv(), clock, System::nanoTime);
        return MeraCommand.execute(invocation, args);
    }
}
