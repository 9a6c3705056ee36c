package org.mera.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mera.batch.ApprovalDesk;
import org.mera.batch.CommitteeDesk;
import org.mera.batch.CommitteeState;
import org.mera.batch.DecisionDesk;
import org.mera.batch.DecisionReport;
import org.mera.batch.ReopenReport;
import org.mera.batch.RunDesk;
import org.mera.batch.StartedRun;
import org.mera.batch.VerificationDesk;
import org.mera.batch.VerificationPage;
import org.mera.batch.VerificationReport;
import org.mera.batch.WithdrawalReport;
import org.mera.committee.Approval;
import org.mera.committee.StoredApproval;
import org.mera.committee.Verification;
import org.mera.methodology.Scale;
import org.mera.scoring.ClassDecision;
import org.mera.scoring.DecidedCell;
import org.mera.scoring.Withdrawal;
import org.mera.submission.InboxName;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What the committee does, for programs. */
@RestController
@RequestMapping(AccessRules.API)
class CommitteeApi {

    private final CommitteeDesk committee;
    private final DecisionDesk decisions;
    private final VerificationDesk verifications;
    private final ApprovalDesk approvals;
    private final RunDesk runs;
    private final Uploads uploads;

    CommitteeApi(
            CommitteeDesk committee,
            DecisionDesk decisions,
            VerificationDesk verifications,
            ApprovalDesk approvals,
            RunDesk runs,
            Uploads uploads) {
        this.committee = committee;
        this.decisions = decisions;
        this.verifications = verifications;
        this.approvals = approvals;
        this.runs = runs;
        this.uploads = uploads;
    }

    /** A company that is to be verified. */
    record ToVerify(String id, String name, @Nullable Integer rank, List<Item> items) {}

    /** What there is to verify of it: a warning, or what was asked, or both. */
    record Item(@Nullable ApiProblemOfFile problem, @Nullable Verification verification) {}

    /**
     * A decision on a score.
     *
     * @param before   the score that it took the place of, in points; null where that is not known
     * @param standing whether no later one takes its place
     */
    record Decided(
            String company,
            String name,
            int criterion,
            int column,
            @Nullable String before,
            String score,
            String evidence,
            String reason,
            String protocol,
            LocalDate date,
            boolean standing) {}

    /**
     * What the committee has done of a year.
     *
     * @param pending  whether something was done that the outputs do not have yet
     * @param approval null where the cycle is open
     */
    record Done(
            int year,
            int revision,
            boolean pending,
            @Nullable Approval approval,
            List<Decided> decisions,
            List<ClassDecision> classes,
            List<Withdrawal> withdrawals) {}

    /** What came of a file of decisions. */
    record Decisions(
            int year,
            boolean taken,
            List<ApiProblemOfFile> problems,
            List<DecisionReport.Change> changes,
            List<DecisionReport.Place> companies,
            int moved) {}

    /** What came of a file of verifications. */
    record Verifications(int year, boolean taken, List<ApiProblemOfFile> problems) {}

    /** Which companies are to be withdrawn, or to come back. */
    record Withdrawing(@Nullable List<String> companies, @Nullable String reason, @Nullable Boolean back) {}

    /** What withdrawals change. */
    record Withdrawn(int year, boolean withdrawn, List<Moved> companies, int moved) {}

    /** Where a company stood and stands; a rank is null where it has none. */
    record Moved(
            String company,
            String name,
            boolean hasEffect,
            @Nullable Integer rankBefore,
            @Nullable Integer rankAfter) {}

    /** By which protocol. */
    record Approving(@Nullable String protocol) {}

    /** Why. */
    record Reopening(@Nullable String reason) {}

    /** What was opened again. */
    record Reopened(int year, int edition, String protocol, List<String> damaged) {}

    @GetMapping("/cycles/{year}/verification")
    ResponseEntity<ApiPage<ToVerify>> toVerify(
            @PathVariable int year,
            @RequestParam(defaultValue = "all") String which,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = ApiPage.USUAL) int size,
            Locale language) {
        ApiPage.Asked asked = new ApiPage.Asked(page, size);
        VerificationPage found = committee
                .toVerify(year, which(which), search, asked.offset(), size)
                .orElseThrow(() -> ApiException.notPublished(year));
        return asked.of(
                        found.companies().stream()
                                .map(company -> toVerify(company, language))
                                .toList(),
                        found.total(),
                        found.year().revision().number())
                .answer();
    }

    @GetMapping("/cycles/{year}/decisions")
    Done decisions(@PathVariable int year) {
        CommitteeState state = committee.of(year).orElseThrow(() -> ApiException.notPublished(year));
        Scale scale = state.year().methodology().scale();
        return new Done(
                year,
                state.year().revision().number(),
                state.pending(),
                state.approval().map(StoredApproval::approval).orElse(null),
                state.cells().stream()
                        .map(cell -> decided(cell, state.name(cell.decision().company()), scale))
                        .toList(),
                state.classes(),
                state.withdrawals());
    }

    /** Takes the decisions of a file; with {@code dry-run} it only says what they would change. */
    @PostMapping(path = "/cycles/{year}/decisions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Decisions> decide(
            @PathVariable int year,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            @RequestParam(name = "dry-run", required = false) @Nullable String dryRun,
            Locale language) {
        boolean dry = dryRun != null && !dryRun.equals("false");
        MultipartFile file = single(files);
        DecisionReport report = withFile(
                file, path -> dry ? decisions.check(path, name(file), year) : decisions.decide(path, name(file), year));
        Decisions answer = new Decisions(
                year,
                report.isTaken() && !dry,
                ofFile(report.problems(), language),
                report.changes(),
                report.companies(),
                report.moved());
        return ResponseEntity.status(report.isTaken() ? 200 : 422).body(answer);
    }

    @PostMapping(path = "/cycles/{year}/verification", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Verifications> verify(
            @PathVariable int year,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            Locale language) {
        MultipartFile file = single(files);
        VerificationReport report = withFile(file, path -> verifications.verification(path, name(file), year));
        return ResponseEntity.status(report.isTaken() ? 200 : 422)
                .body(new Verifications(year, report.isTaken(), ofFile(report.problems(), language)));
    }

    @PostMapping("/cycles/{year}/withdrawals")
    Withdrawn withdraw(@PathVariable int year, @RequestBody Withdrawing asked) {
        List<String> companies = asked.companies();
        boolean back = Boolean.TRUE.equals(asked.back());
        if (companies == null || companies.isEmpty()) {
            throw new ApiException(
                    422, "bad-request", "Name the companies: {\"companies\": [\"…\"], \"reason\": \"…\"}");
        }
        WithdrawalReport report = decisions.withdraw(
                companies, year, back ? text(asked.reason()) : required(asked.reason(), "reason"), back);
        return new Withdrawn(
                year,
                report.withdrawn(),
                report.companies().stream()
                        .map(each -> new Moved(
                                each.company(), each.name(), each.hasEffect(), each.rankBefore(), each.rankAfter()))
                        .toList(),
                report.moved());
    }

    /** Approves a cycle: a run prints and seals it. Where it was approved so already, and all is whole, there is nothing to run. */
    @PostMapping("/cycles/{year}/approvals")
    ResponseEntity<StartedRun> approve(@PathVariable int year, @RequestBody Approving asked) {
        Optional<StartedRun> run = runs.approve(year, required(asked.protocol(), "protocol"));
        return run.map(RunsApi::accepted)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping("/cycles/{year}/reopenings")
    Reopened reopen(@PathVariable int year, @RequestBody Reopening asked) {
        ReopenReport report = approvals.reopen(year, required(asked.reason(), "reason"));
        return new Reopened(year, report.edition(), report.protocol(), report.damaged());
    }

    private static VerificationPage.Which which(String word) {
        return switch (word) {
            case "all" -> VerificationPage.Which.ALL;
            case "open" -> VerificationPage.Which.OPEN;
            case "unasked" -> VerificationPage.Which.UNASKED;
            default -> throw new ApiException(400, "bad-request", "which is all, open or unasked, not «" + word + "»");
        };
    }

    private static ToVerify toVerify(VerificationPage.ToVerify company, Locale language) {
        return new ToVerify(
                company.id(),
                company.name(),
                company.rank(),
                company.items().stream()
                        .map(item -> new Item(
                                item.problem() == null ? null : ApiProblemOfFile.of(item.problem(), language),
                                item.verification()))
                        .toList());
    }

    private static Decided decided(DecidedCell cell, String name, Scale scale) {
        return new Decided(
                cell.decision().company(),
                name,
                cell.decision().criterion(),
                cell.decision().column(),
                cell.before() == DecidedCell.UNKNOWN ? null : scale.points(cell.before()),
                scale.points(cell.decision().score()),
                cell.decision().evidence(),
                cell.decision().reason(),
                cell.decision().protocol(),
                cell.decision().date(),
                cell.standing());
    }

    private MultipartFile single(@Nullable List<MultipartFile> files) {
        List<MultipartFile> chosen = uploads.chosen(files == null ? List.of() : files);
        if (chosen.size() > 1) {
            throw new UploadException(UploadException.Reason.TOO_MANY, "Send one file");
        }
        return chosen.get(0);
    }

    private static String name(MultipartFile file) {
        return InboxName.cleaned(Uploads.name(file));
    }

    private <T> T withFile(MultipartFile file, Function<Path, T> work) {
        try {
            Path folder = uploads.folder(List.of(file), List.of("0"));
            try {
                return work.apply(folder.resolve("0"));
            } finally {
                Uploads.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ApiProblemOfFile> ofFile(List<org.mera.csv.Problem> problems, Locale language) {
        return problems.stream()
                .map(problem -> ApiProblemOfFile.of(problem, language))
                .toList();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static String required(@Nullable String text, String field) {
        if (text(text).isEmpty()) {
            throw new ApiException(422, "bad-request", "Say the " + field + ": {\"" + field + "\": \"…\"}");
        }
        return text(text);
    }
}
