package org.mera.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mera.company.Company;
import org.mera.csv.CsvRecord;
import org.mera.csv.CsvSplitter;
import org.mera.csv.Problem;
import org.mera.methodology.Methodology;

/** Checks files that are in no inbox yet, as a run would, without a database. A problem names its file as the user named it. */
public final class FileChecks {

    private static final Path HERE = Path.of("");

    private final Methodology methodology;
    private final Clock clock;

    public FileChecks(Methodology methodology, Clock clock) {
        this.methodology = methodology;
        this.clock = clock;
    }

    /** {@return what is found} Without a cutoff, documents are checked as a run of today would: none may be dated later. */
    public CheckedFiles check(List<Path> paths, @Nullable Integer givenYear, @Nullable LocalDate givenCutoff) {
        List<InboxFile> files =
                paths.stream().flatMap(FileChecks::files).distinct().toList();
        return check(files, List.of(), givenYear, givenCutoff, CheckLimits.NONE);
    }

    /**
     * {@return what is found in files that are named as somebody knows them} As {@link #check(List, Integer, LocalDate)}. A thread that is interrupted
     * leaves off.
     *
     * @param registers in which companies are looked up, but which are not checked themselves
     * @throws TooMuchToCheckException when the files hold more than the limits allow
     */
    public CheckedFiles check(
            List<InboxFile> files,
            List<InboxFile> registers,
            @Nullable Integer givenYear,
            @Nullable LocalDate givenCutoff,
            CheckLimits limits) {
        List<InboxFile> all =
                Stream.concat(files.stream(), registers.stream()).distinct().toList();
        MemoryInbox inbox = MemoryInbox.scan(methodology, all, limits);
        Integer year = givenYear == null ? yearOfMost(inbox) : givenYear;
        LocalDate today = LocalDate.now(clock);
        LocalDate cutoff = Objects.requireNonNullElse(givenCutoff, today);
        Found found = new Found(
                inbox,
                checker(inbox, Objects.requireNonNullElse(year, today.getYear() - 1), cutoff),
                registers.stream().map(InboxFile::name).collect(Collectors.toSet()),
                limits);
        forEachCompany(inbox, found::add);
        return found.result(files.size(), year);
    }

    /**
     * {@return the companies of a register}
     *
     * @throws InboxException when it is none, or a line of it has an error
     */
    public List<Company> register(Path file) {
        MemoryInbox inbox = MemoryInbox.scan(methodology, List.of(new InboxFile(HERE, shown(file))));
        List<Problem> problems = new ArrayList<>(inbox.problems());
        problems.addAll(inbox.duplicates());
        inbox.register().forEach(entry -> problems.addAll(entry.problems()));
        List<String> errors = problems.stream()
                .filter(Problem::isError)
                .sorted(Problem.ORDER)
                .map(problem -> problem.file() + ":" + problem.line() + ": " + problem.message(java.util.Locale.ENGLISH)
                        + " [" + problem.code().code() + "]")
                .toList();
        if (!errors.isEmpty()) {
            throw new InboxException(String.join("\n", errors));
        }
        if (!inbox.has(Form.COMPANIES)) {
            throw new InboxException(file + " is no register of companies; name a file of that form");
        }
        return inbox.register().stream()
                .flatMap(entry -> entry.company().stream())
                .toList();
    }

    private Checker checker(MemoryInbox inbox, int year, LocalDate today) {
        Checker checker = new Checker(methodology, year, today);
        Checker registered = inbox.has(Form.COMPANIES) ? checker : checker.withoutRegister();
        return inbox.has(Form.DOCUMENTS) ? registered : registered.withoutDocuments();
    }

    /** {@return the year that most Tables name} The earlier of two that are named equally often; null where none is named. */
    private static @Nullable Integer yearOfMost(MemoryInbox inbox) {
        Map<Integer, Integer> named = new TreeMap<>();
        forEachCompany(inbox, company -> company.parts().stream()
                .filter(part -> part.layout().form() == Form.TABLE)
                .map(FileChecks::yearOf)
                .filter(Objects::nonNull)
                .forEach(year -> named.merge(year, 1, Integer::sum)));
        return named.entrySet().stream()
                .reduce((most, other) -> other.getValue() > most.getValue() ? other : most)
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static @Nullable Integer yearOf(Part part) {
        int index = part.layout().indexOf("year");
        if (index < 0) {
            return null;
        }
        for (CsvRecord line : CsvSplitter.split(
                part.bytes(), part.encoding(), part.delimiter(), part.range().firstRecord())) {
            String year = index < line.fields().size() ? line.fields().get(index) : "";
            if (year.matches("20[0-9][0-9]")) {
                return Integer.valueOf(year);
            }
        }
        return null;
    }

    private static void forEachCompany(MemoryInbox inbox, java.util.function.Consumer<CompanyFile> consumer) {
        try {
            inbox.forEachCompany(company -> {
                if (Thread.currentThread().isInterrupted()) {
                    throw new TooMuchToCheckException("The check was given up");
                }
                consumer.accept(company);
            });
        } catch (IOException e) {
            throw new InboxException("the files cannot be read again: " + e.getMessage());
        }
    }

    private static Stream<InboxFile> files(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(new InboxFile(HERE, shown(path.normalize())));
        }
        Path folder = path.normalize();
        return InboxFiles.list(path).stream().map(name -> new InboxFile(HERE, shown(folder.resolve(name))));
    }

    private static String shown(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    /** What was found so far. */
    private static final class Found {

        private final MemoryInbox inbox;
        private final Checker checker;
        private final List<Problem> problems;
        private int companies;
        private int accepted;
        private final Set<String> registers;
        private final CheckLimits limits;

        Found(MemoryInbox inbox, Checker checker, Set<String> registers, CheckLimits limits) {
            this.inbox = inbox;
            this.checker = checker;
            this.registers = registers;
            this.limits = limits;
            this.problems = new ArrayList<>(asked(inbox.problems()));
        }

        /** {@return those of the files that are checked} */
        private List<Problem> asked(List<Problem> found) {
            return registers.isEmpty()
                    ? found
                    : found.stream()
                            .filter(problem -> !registers.contains(problem.file()))
                            .toList();
        }

        private boolean isAsked(CompanyFile company) {
            return registers.isEmpty()
                    || !company.parts().isEmpty()
                    || company.entries().stream().anyMatch(entry -> !registers.contains(entry.file()));
        }

        void add(CompanyFile company) {
            if (!isAsked(company)) {
                return;
            }
            Submission submission = checker.check(company);
            problems.addAll(asked(submission.problems()));
            if (submission.status() != Submission.Status.NOT_HANDED_IN) {
                companies++;
                accepted += submission.status() == Submission.Status.ACCEPTED ? 1 : 0;
            } else if (!company.entries().isEmpty()) {
                RegisterEntry entry = company.entries().get(0);
                problems.add(Register.noSubmission(entry, inbox.rejectedFilesOf(company.company())));
            }
            limits.requireProblems(problems.size());
        }

        CheckedFiles result(int files, @Nullable Integer year) {
            problems.sort(Problem.ORDER);
            return new CheckedFiles(
                    files, companies, accepted, year, inbox.has(Form.COMPANIES), inbox.has(Form.DOCUMENTS), problems);
        }
    }
}
