package org.mera.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.mera.batch.Progress;

/** What one call of the program shares: its screen, environment, clock, log, and what the commands reach for. */
final class Invocation implements AutoCloseable {

    private final Screen screen;
    private final Capabilities capabilities;
    private final Map<String, String> environment;
    private final Clock clock;
    private final LongSupplier nanoClock;
    private volatile @Nullable HushableProgress progress;
    private @Nullable RunLog log;

    Invocation(
            Screen screen,
            Capabilities capabilities,
            Map<String, String> environment,
            Clock clock,
            LongSupplier nanoClock) {
        this.screen = screen;
        this.capabilities = capabilities;
        this.environment = Map.copyOf(environment);
        this.clock = clock;
        this.nanoClock = nanoClock;
    }

    PrintWriter out() {
        return screen.out();
    }

    PrintWriter err() {
        return screen.err();
    }

    /** {@return whether a person looks at it, and a line may stand there that is not ended} */
    boolean isTerminal() {
        return screen.terminal();
    }

    Capabilities capabilities() {
        return capabilities;
    }

    Clock clock() {
        return clock;
    }

    /** {@return a variable of the environment} Empty where it is not set. */
    String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /** {@return whether there may have been a run} What asks for one is no reason to make a home. */
    boolean hasHome(Path home) {
        return Files.exists(home) || !variable("MERA_DATABASE_URL").isBlank();
    }

    Progress progress() {
        HushableProgress shown = new HushableProgress(
                screen.terminal()
                        ? new BarProgress(screen.out(), screen.width(), nanoClock)
                        : new LineProgress(screen.out(), nanoClock));
        progress = shown;
        return shown;
    }

    /** Shows no more progress. */
    void hush() {
        HushableProgress shown = progress;
        if (shown != null) {
            shown.hush();
        }
    }

    /** {@return the log of this call} Begun at the first time of asking. */
    RunLog log(Path home, String name) throws IOException {
        if (log == null) {
            log = RunLog.begin(home, name, clock);
        }
        return log;
    }

    /** {@return the log of a server, with one besides for each of its runs} Begun at the first time of asking. */
    RunLog serverLog(Path home) throws IOException {
        if (log == null) {
            log = RunLog.beginServer(home, clock);
        }
        return log;
    }

    @Override
    public void close() {
        if (log != null) {
            log.close();
        }
        screen.out().flush();
        screen.err().flush();
    }
}
