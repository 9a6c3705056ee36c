package org.mera.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.mera.batch.Acting;
import org.mera.batch.NotApprovableException;
import org.mera.batch.NotAsApprovedException;
import org.mera.batch.RatingRuns;
import org.mera.batch.RunBrokenOffException;
import org.mera.batch.RunSummary;
import org.mera.cycle.CycleBusyException;
import org.mera.cycle.CycleException;
import org.mera.methodology.MethodologyException;
import org.mera.seal.OutputException;
import org.mera.submission.InboxException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the commands that run the job have in common: the log, the progress, the summary, and what to run where it failed. */
final class RunScreen {

    private static final Logger LOG = LoggerFactory.getLogger(RunScreen.class);

    /** Told to whoever asked for the run; the program itself ends with the signal's own code. */
    private static final int INTERRUPTED = 130;

    private static final int TOLD_CAUSES = 3;
    private static final int LONGEST_CAUSE = 160;

    private final Invocation invocation;
    private final CommandSpec command;
    private final IntFunction<String> again;

    RunScreen(Invocation invocation, CommandSpec command) {
        this(invocation, command, year -> RerunCommand.line(command, year));
    }

    /** @param again what to run where a run of a rated year failed */
    RunScreen(Invocation invocation, CommandSpec command, IntFunction<String> again) {
        this.invocation = invocation;
        this.command = command;
        this.again = again;
    }

    /** {@return that the same is to be run again} */
    static IntFunction<String> sameAgain(CommandSpec command) {
        return year -> "mera "
                + command.root().commandLine().getParseResult().originalArgs().stream()
                        .map(ShellWord::of)
                        .collect(Collectors.joining(" "));
    }

    /**
     * {@return the exit code of a run}
     *
     * @param logName what its log file's name begins with
     */
    int run(String logName, Function<RatingRuns, RunSummary> work) {
        Path home = MeraCommand.home(command, invocation);
        RunLog log = log(home, logName);
        Interruption interruption = Interruption.await(
                invocation,
                command.qualifiedName() + ": interrupted; what is done is kept, and the same goes on with the rest: "
                        + sameAgain(command).apply(0));
        try (RatingRuns runs = invocation.capabilities().runs(home)) {
            RunSummary summary = summary(runs, work, log);
            if (interruption.came()) {
                return INTERRUPTED;
            }
            new SummaryText(invocation.out()).print(summary, log.file());
            return exitCode(summary);
        } catch (RuntimeException e) {
            if (interruption.came()) {
                LOG.info("Failed while the program ends", e);
                return INTERRUPTED;
            }
            throw e;
        } finally {
            interruption.came();
        }
    }

    private RunSummary summary(RatingRuns runs, Function<RatingRuns, RunSummary> work, RunLog log) {
        try {
            return Acting.logging(log.file().getFileName().toString(), () -> work.apply(runs));
        } catch (RunBrokenOffException e) {
            String next =
                    e.failure() instanceof NotAsApprovedException other ? next(other, e.year()) : again.apply(e.year());
            throw new RunFailedException(next, e.failure());
        } catch (MethodologyException
                | InboxException
                | OutputException
                | CycleException
                | CycleBusyException
                | NotApprovableException e) {
            throw e;
        } catch (RuntimeException e) {
            // It broke off before it was written down: rerun would do the run before it.
            throw new RunFailedException(sameAgain(command).apply(0), e);
        }
    }

    /** The same again would fail again. */
    private String next(NotAsApprovedException other, int year) {
        return other.isApproved() ? ReopenCommand.line(command, year) : RerunCommand.line(command, year);
    }

    private int exitCode(RunSummary summary) {
        if (summary.outcome() != RunSummary.Outcome.FAILED) {
            return 0;
        }
        invocation.out().flush();
        invocation
                .err()
                .println((summary.failedChunks() > 0
                                ? Numbers.of(summary.failedChunks(), "chunk", "chunks") + " failed ("
                                        + causes(summary.causes())
                                        + ") and nothing was "
                                        + (summary.failedInReportsOnly() ? "published" : "ranked")
                                        + "; to do just what is missing: "
                                : "The run failed (" + causes(summary.causes()) + "); to go on where it failed: ")
                        + again.apply(summary.year()));
        return 1;
    }

    private String causes(List<String> causes) {
        return causes.stream()
                        .limit(TOLD_CAUSES)
                        .map(RunScreen::shortened)
                        .map(cause -> HomeHint.in(cause, command))
                        .collect(Collectors.joining("; "))
                + (causes.size() > TOLD_CAUSES ? "; …" : "");
    }

    private static String shortened(String cause) {
        return cause.codePointCount(0, cause.length()) <= LONGEST_CAUSE
                ? cause
                : cause.substring(0, cause.offsetByCodePoints(0, LONGEST_CAUSE)) + "…";
    }

    private RunLog log(Path home, String name) {
        try {
            return invocation.log(home, name);
        } catch (IOException e) {
            throw new ParameterException(
                    command.commandLine(),
                    "the home " + home + " cannot be written (" + Reasons.of(e) + "), name another with --home",
                    e);
        }
    }
}
