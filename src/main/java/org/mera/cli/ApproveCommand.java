package org.mera.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mera.batch.ApprovalReport;
import org.mera.batch.RunSummary;
import org.mera.committee.Verification;
import org.mera.cycle.CycleException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mera approve}. */
@Command(
        name = "approve",
        description = "Closes a cycle: prints and seals it as approved, where nothing stands against it.")
final class ApproveCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--year",
            paramLabel = "Y",
            required = true,
            converter = Options.Year.class,
            description = "The rated year.")
    private int year;

    @Option(
            names = "--protocol",
            paramLabel = "TEXT",
            required = true,
            description = "The protocol's number and date, as they are to be printed.")
    @SuppressWarnings("NullAway.Init")
    private String protocol;

    ApproveCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        if (protocol.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--protocol: name the protocol");
        }
        Path home = MeraCommand.home(spec, invocation);
        if (!invocation.hasHome(home)) {
            throw CycleException.nothingRun(year);
        }
        AtomicReference<@Nullable ApprovalReport> report = new AtomicReference<>();
        int code = new RunScreen(invocation, spec, RunScreen.sameAgain(spec)).run("approve-" + year, runs -> {
            ApprovalReport approved = runs.approvals().approve(year, protocol.strip(), invocation.progress());
            report.set(approved);
            return approved.run();
        });
        ApprovalReport approved = report.get();
        if (approved != null && approved.run().outcome() != RunSummary.Outcome.FAILED) {
            print(approved);
        }
        return code;
    }

    private void print(ApprovalReport report) {
        PrintWriter out = invocation.out();
        if (!report.open().isEmpty()) {
            out.println(Numbers.of(report.open().size(), "verification is", "verifications are") + " open still:");
            report.open().forEach(open -> out.println("  " + place(open) + ": " + open.request()));
        }
        out.println((report.before().isEmpty() ? "Approved: edition " : "Already approved: edition ")
                + report.approval().edition() + ", protocol "
                + report.approval().protocol());
        if (!report.before().isEmpty() && !report.before().equals(report.manifestSha256())) {
            out.println(
                    "ATTENTION: what was restored is not byte for byte what was approved: another version of Mera or of"
                            + " Java has written it. Note the new SHA-256 of the manifest beside the old one:");
            out.println("  old: " + report.before());
            out.println("  new: " + report.manifestSha256());
        }
        out.println("SHA-256 of the manifest, for the protocol: " + report.manifestSha256());
    }

    private static String place(Verification verification) {
        return verification.company()
                + (verification.criterion() == null ? "" : ", criterion " + verification.criterion())
                + (verification.column().isEmpty() ? "" : ", column " + verification.column());
    }
}
