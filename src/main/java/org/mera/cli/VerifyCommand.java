package org.mera.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mera.seal.Proof;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mera verify OUT/YEAR}. */
@Command(
        name = "verify",
        description = "Recomputes a set of outputs and names every difference. Exit code 1 where there is one.")
final class VerifyCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "OUT/YEAR", description = "The folder with manifest.json.")
    @SuppressWarnings("NullAway.Init")
    private Path set;

    @Option(
            names = "--inbox",
            paramLabel = "DIR",
            description = "The files that were handed in: everything is recomputed from them.")
    private @Nullable Path inbox;

    @Option(names = "--all", description = "Lists every difference, not the first 20 of each kind alone.")
    private boolean all;

    VerifyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        if (!Files.isDirectory(set)) {
            throw new ParameterException(spec.commandLine(), set + ": no such folder");
        }
        DifferenceText text = new DifferenceText(invocation.out(), all);
        Proof proof = invocation.capabilities().verify(set, inbox, text::print);
        text.end();
        if (!proof.manifestSha256().isEmpty()) {
            invocation.out().println("SHA-256 of the manifest: " + proof.manifestSha256());
        }
        invocation.out().println(sentence(proof));
        return proof.differences() == 0 ? 0 : 1;
    }

    private static String sentence(Proof proof) {
        if (proof.differences() > 0) {
            return Numbers.of(proof.differences(), "difference", "differences");
        }
        return "All sound: " + Numbers.of(proof.files(), "file", "files") + " as sealed, "
                + Numbers.of(proof.companies(), "company", "companies") + " recomputed from "
                + (proof.inbox() ? "the inbox" : "the scores in ranking.json; with --inbox DIR, from the files");
    }
}
