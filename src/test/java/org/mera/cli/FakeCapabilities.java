package org.mera.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.mera.audit.AuditChains;
import org.mera.audit.AuditEntry;
import org.mera.audit.MissingEntry;
import org.mera.batch.ApprovalDesk;
import org.mera.batch.ApprovalReport;
import org.mera.batch.AuditDesk;
import org.mera.batch.DecisionDesk;
import org.mera.batch.DecisionReport;
import org.mera.batch.HistoryDesk;
import org.mera.batch.HistoryReport;
import org.mera.batch.Progress;
import org.mera.batch.RatingRuns;
import org.mera.batch.ReopenReport;
import org.mera.batch.Reports;
import org.mera.batch.RunStatus;
import org.mera.batch.RunSummary;
import org.mera.batch.VerificationDesk;
import org.mera.batch.VerificationReport;
import org.mera.batch.WithdrawalReport;
import org.mera.committee.Approval;
import org.mera.committee.Verification;
import org.mera.committee.VerificationCounts;
import org.mera.company.Company;
import org.mera.company.Participation;
import org.mera.csv.Problem;
import org.mera.cycle.ChunkFailure.Since;
import org.mera.cycle.MethodologySource;
import org.mera.cycle.RunSettings;
import org.mera.sample.SampleOptions;
import org.mera.seal.Difference;
import org.mera.seal.Proof;
import org.mera.submission.CheckedFiles;

/** Stands where the parts of Mera stand behind the commands, writes down what it is asked for, and answers or fails as it is told to. */
final class FakeCapabilities implements Capabilities {

    final List<Object> asked = new ArrayList<>();

    @Nullable
    RuntimeException opening;

    @Nullable
    RuntimeException running;

    RunSummary summary =
            summary(RunSummary.Outcome.COMPLETED, List.of(), List.of(), List.of("ranking.csv", "problems.csv"));
    HistoryReport history = new HistoryReport("history.csv", List.of(), new TreeMap<>(Map.of(2023, 120, 2024, 1)));
    RunStatus status = new RunStatus(List.of());
    Reports reports = new Reports(2025, Path.of("out", "2025"), List.of());
    DecisionReport decisions = new DecisionReport(2025, "decisions.csv", Map.of(), List.of(), List.of(), List.of(), 0);
    WithdrawalReport withdrawal = new WithdrawalReport(2025, true, List.of(), 0);
    List<Difference> differences = List.of();
    List<Verification> open = List.of();
    String before = "";
    List<String> damaged = List.of();
    Proof proof = new Proof(0, true, 34, 40, "5ca1ab1e".repeat(8));
    VerificationReport verification = new VerificationReport(
            2025,
            "verification.csv",
            Map.of(),
            List.of(),
            new VerificationCounts(0, 0, 0),
            new VerificationCounts(0, 0, 0));
    List<AuditEntry> entries = List.of();
    List<MissingEntry> missing = List.of();
    CheckedFiles checked = new CheckedFiles(1, 1, 1, 2025, true, true, List.of());

    static RunSummary summary(
            RunSummary.Outcome outcome, List<RunStatus.FailedChunk> failed, List<String> causes, List<String> files) {
        return summary(outcome, failed, causes, files, 0, 0);
    }

    static RunSummary summary(
            RunSummary.Outcome outcome,
            List<RunStatus.FailedChunk> failed,
            List<String> causes,
            List<String> files,
            int withdrawn,
            int rejectedAndWithdrawn) {
        return new RunSummary(
                2025,
                3,
                outcome,
                12_345,
                40,
                33,
                5,
                7,
                33,
                withdrawn,
                rejectedAndWithdrawn,
                40,
                12_345,
                12,
                34,
                failed,
                causes,
                6,
                1,
                Map.of("bad-score", 3, "missing-evidence", 3, "missing-clause", 1),
                Path.of("out", "2025"),
                files,
                Duration.ofMillis(12_400),
                List.of());
    }

    static RunStatus.FailedChunk failedChunk(int number, Since since) {
        return new RunStatus.FailedChunk(
                "assess",
                number,
                100,
                "companies",
                "7707083893",
                "7736050003",
                "",
                "the server is gone",
                1,
                1,
                Instant.parse("2026-11-22T04:15:40Z"),
                since);
    }

    @Override
    public RatingRuns runs(Path home) {
        if (opening != null) {
            throw opening;
        }
        asked.add(home);
        return new Runs();
    }

    @Override
    public RunningConsole serve(ServeOrder order) {
        asked.add(order);
        throw new IllegalStateException("no console here");
    }

    @Override
    public CheckedFiles check(CheckOrder order) {
        asked.add(order);
        return checked;
    }

    @Override
    public Proof verify(Path set, @Nullable Path inbox, Consumer<Difference> each) {
        asked.add(set + " with " + inbox);
        differences.forEach(each);
        return proof;
    }

    @Override
    public String sentence(Problem problem, Locale language) {
        return language.getLanguage() + " sentence about " + problem.code().code();
    }

    @Override
    public void writeTemplates(
            List<Company> companies, int year, Path folder, MethodologySource methodology, Locale language) {
        asked.addAll(List.of(companies, year, folder, methodology, language));
    }

    @Override
    public void writeSample(
            Path folder, SampleOptions options, MethodologySource methodology, IntConsumer companiesDone) {
        asked.addAll(List.of(folder, options, methodology));
        for (int done = 1; done <= options.companies(); done++) {
            companiesDone.accept(done);
        }
    }

    @Override
    public List<Company> register(Path file, MethodologySource methodology) {
        return List.of(
                new Company("7707083893", "Пример-001", "", "", Participation.DESK),
                new Company("7736050003", "Пример-002", "", "", Participation.ON_SITE));
    }

    private final class Runs implements RatingRuns {

        @Override
        public RunSummary run(RunSettings settings, Progress progress) {
            return run((Object) settings, progress);
        }

        @Override
        public RunSummary rerun(@Nullable Integer year, Progress progress) {
            return run("rerun of " + year, progress);
        }

        private RunSummary run(Object order, Progress progress) {
            asked.add(order);
            if (running != null) {
                throw running;
            }
            progress.stepStarted("assess", 40, "companies");
            progress.advanced(40);
            progress.stepFinished("assess");
            return summary;
        }

        @Override
        public Reports reports(@Nullable Integer year) {
            asked.add("reports of " + year);
            return reports;
        }

        @Override
        public RunStatus status(@Nullable Integer year) {
            asked.add(String.valueOf(year));
            return status;
        }

        @Override
        public ApprovalDesk approvals() {
            return new Approvals();
        }

        @Override
        public HistoryDesk history() {
            return file -> {
                asked.add(file + " brought in");
                return history;
            };
        }

        @Override
        public DecisionDesk decisions() {
            return new Decisions();
        }

        @Override
        public VerificationDesk verifications() {
            return (file, name, year) -> {
                asked.add(file + " verified of " + year);
                if (running != null) {
                    throw running;
                }
                return verification;
            };
        }

        @Override
        public AuditDesk log() {
            return (year, each) -> {
                asked.add("log of " + year);
                AuditChains chains = new AuditChains();
                entries.forEach(entry -> {
                    each.accept(entry);
                    chains.add(entry);
                });
                return chains.state().lacking(missing);
            };
        }

        @Override
        public void close() {
            asked.add("closed");
        }
    }

    private final class Approvals implements ApprovalDesk {

        @Override
        public ApprovalReport approve(int year, String protocol, Progress progress) {
            asked.add("approval of " + year + " by " + protocol);
            if (running != null) {
                throw running;
            }
            return new ApprovalReport(
                    summary, new Approval(2, protocol, LocalDate.of(2026, 3, 12)), open, "5ca1ab1e".repeat(8), before);
        }

        @Override
        public List<String> obstacles(int year) {
            throw new UnsupportedOperationException("no command asks for it alone");
        }

        @Override
        public ReopenReport reopen(int year, String reason) {
            asked.add("reopening of " + year + ": " + reason);
            if (running != null) {
                throw running;
            }
            return new ReopenReport(
                    year,
                    1,
                    "№ 3",
                    Path.of("out", "2025", "editions", "1"),
                    damaged,
                    damaged.isEmpty() ? "" : "the inbox has changed");
        }
    }

    private final class Decisions implements DecisionDesk {

        @Override
        public DecisionReport decide(Path file, String name, int year) {
            asked.add(file + " decided of " + year);
            if (running != null) {
                throw running;
            }
            return decisions;
        }

        @Override
        public DecisionReport check(Path file, String name, int year) {
            throw new UnsupportedOperationException("no command only checks");
        }

        @Override
        public WithdrawalReport withdraw(List<String> companies, int year, String reason, boolean back) {
            asked.add(String.join(" ", companies) + (back ? " back into " : " withdrawn of ") + year + ": " + reason);
            if (running != null) {
                throw running;
            }
            return withdrawal;
        }
    }
}
