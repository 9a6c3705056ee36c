package org.mera.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mera.company.Company;
import org.mera.csv.CodePoints;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.methodology.Methodology;
import org.mera.submission.Checker;
import org.mera.submission.CompanyFile;
import org.mera.submission.FileScan;
import org.mera.submission.InboxFile;
import org.mera.submission.InboxFiles;
import org.mera.submission.MemoryInbox;
import org.mera.submission.PackedScores;
import org.mera.submission.RegisterEntry;
import org.mera.submission.Submission;
import org.mera.submission.Table;
import org.mera.submission.TableLine;

/**
 * The rating as it follows from the files of an inbox, without a database. Everything is checked thoroughly: what a run has seen at a glance is
 * proved with it.
 */
final class InboxRating {

    private static final Comparator<RegisterEntry> BY_PLACE =
            Comparator.comparing(RegisterEntry::file, CodePoints.ORDER).thenComparingInt(RegisterEntry::line);

    private final Methodology methodology;
    private final MemoryInbox inbox;
    private final Checker checker;
    private final List<KnownCompany> companies = new ArrayList<>();
    private final List<Problem> problems;

    private InboxRating(Methodology methodology, int year, LocalDate cutoff, MemoryInbox inbox) {
        this.methodology = methodology;
        this.inbox = inbox;
        this.checker = new Checker(methodology, year, cutoff);
        this.problems = new ArrayList<>(inbox.problems());
    }

    /**
     * {@return the rating that these files give}
     *
     * @param sealed the files that a run has read; differences of the folder from them are told
     */
    static KnownRating of(
            Methodology methodology,
            int year,
            LocalDate cutoff,
            Path folder,
            List<SealedFile> sealed,
            Consumer<Difference> each) {
        MemoryInbox inbox = MemoryInbox.scan(
                methodology,
                InboxFiles.list(folder).stream()
                        .map(name -> new InboxFile(folder, name))
                        .toList());
        tellOfFiles(inbox, sealed, each);
        InboxRating rating = new InboxRating(methodology, year, cutoff, inbox);
        try {
            inbox.forEachCompany(rating::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rating.problems.sort(Problem.ORDER);
        List<RegisterEntry> register =
                inbox.register().stream().sorted(BY_PLACE).toList();
        int registered =
                (int) register.stream().map(RegisterEntry::id).distinct().count();
        return new KnownRating(registered, rating.companies, rating.problems, register);
    }

    private static void tellOfFiles(MemoryInbox inbox, List<SealedFile> sealed, Consumer<Difference> each) {
        Map<String, SealedFile> expected = new HashMap<>();
        sealed.forEach(file -> expected.put(file.path(), file));
        for (FileScan scan : inbox.scans()) {
            SealedFile before = expected.remove(scan.file());
            if (before == null) {
                each.accept(new Difference(scan.file(), "was not in the inbox of the run"));
            } else if (before.size() != scan.size() || !before.sha256().equals(scan.sha256())) {
                each.accept(new Difference(scan.file(), "is not the file that the run has read"));
            }
        }
        for (Problem problem : inbox.problems()) {
            if (problem.code() == ProblemCode.UNREADABLE_FILE) {
                expected.remove(problem.file());
                each.accept(new Difference(problem.file(), "cannot be read"));
            }
        }
        expected.keySet().stream()
                .sorted(CodePoints.ORDER)
                .forEach(file -> each.accept(new Difference(file, "was in the inbox of the run and is missing")));
    }

    private void add(CompanyFile file) {
        Submission submission = checker.check(file).withAbsence(file, inbox.rejectedFilesOf(file.company()));
        problems.addAll(submission.problems());
        List<RegisterEntry> entries = file.entries();
        Company company = entries.isEmpty() ? null : entries.get(0).company().orElse(null);
        int errors =
                (int) submission.problems().stream().filter(Problem::isError).count();
        companies.add(new KnownCompany(
                file.company(),
                entries.isEmpty() ? "" : entries.get(0).name(),
                company,
                submission.status(),
                errors,
                submission.problems().size() - errors,
                submission.tables().stream().map(this::layer).toList()));
    }

    private KnownLayer layer(Table table) {
        int[] records = new int[methodology.criterionCount()];
        for (TableLine line : table.lines()) {
            records[line.criterion() - 1] = line.record();
        }
        return KnownLayer.of(
                table.assessor(),
                table.expert(),
                table.counts(),
                table.faulty(),
                table.file(),
                records,
                PackedScores.pack(
                        table.lines(),
                        methodology.criterionCount(),
                        methodology.columns().size()));
    }
}
