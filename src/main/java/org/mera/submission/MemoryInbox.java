package org.mera.submission;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mera.csv.CodePoints;
import org.mera.csv.Problem;
import org.mera.methodology.Methodology;

/**
 * An inbox read without a database: where each company's records stand is kept in memory, the records themselves stay in the files until a company
 * is asked for.
 */
public final class MemoryInbox {

    private final InboxScanner scanner;
    private final Identity identity;
    private final List<FileScan> scans = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final SortedMap<String, Held> companies = new TreeMap<>(CodePoints.ORDER);
    private final Map<String, SortedSet<String>> mentions = new HashMap<>();
    private final CheckLimits limits;
    private long found;

    private MemoryInbox(Methodology methodology, CheckLimits limits) {
        this.limits = limits;
        this.scanner = new InboxScanner(methodology);
        this.identity = new Identity(methodology.identification());
    }

    /** {@return what these files hold} One that cannot be read is a problem like any other. */
    public static MemoryInbox scan(Methodology methodology, Collection<InboxFile> files) {
        return scan(methodology, files, CheckLimits.NONE);
    }

    /**
     * {@return what these files hold} One that cannot be read is a problem like any other.
     *
     * @throws TooMuchToCheckException when that is more than the limits allow
     */
    static MemoryInbox scan(Methodology methodology, Collection<InboxFile> files, CheckLimits limits) {
        MemoryInbox inbox = new MemoryInbox(methodology, limits);
        files.stream().distinct().sorted(InboxFile.ORDER).forEach(inbox::scan);
        inbox.problems.sort(Problem.ORDER);
        return inbox;
    }

    /** {@return every file that could be read, rejected or not, by name (code points)} */
    public List<FileScan> scans() {
        return List.copyOf(scans);
    }

    /** {@return the problems that belong to no company: of files, and of lines that name nobody; in the order of problems.csv} */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** {@return whether a sound file of this form is among the files} */
    public boolean has(Form form) {
        return scans.stream()
                .anyMatch(scan -> scan.rejected().isEmpty()
                        && scan.layout() != null
                        && scan.layout().form() == form);
    }

    /** {@return all lines of the register that name a company, by company, file (code points) and line} */
    public List<RegisterEntry> register() {
        return companies.values().stream()
                .flatMap(held -> held.entries.stream())
                .toList();
    }

    /** {@return the problems {@code duplicate-company} of the whole register} Each is its company's own, so none of {@link #problems()}. */
    public List<Problem> duplicates() {
        return companies.values().stream()
                .flatMap(held -> Register.duplicates(held.entries, identity.field()).stream())
                .sorted(Problem.ORDER)
                .toList();
    }

    /** {@return the files that were rejected, or could not be read, and that mention the company} By name. */
    public List<String> rejectedFilesOf(String company) {
        return List.copyOf(mentions.getOrDefault(company, new TreeSet<>()));
    }

    /**
     * Hands out all that the files hold of each company, registered or not, by company (code points). Its bytes are read at that moment.
     *
     * @throws ChangedDuringRunException when a file is not what it was
     * @throws TooMuchToCheckException   when a company has more lines than the limits allow
     */
    public void forEachCompany(Consumer<CompanyFile> consumer) throws IOException {
        try (InboxReader reader = new InboxReader()) {
            for (Map.Entry<String, Held> company : companies.entrySet()) {
                Held held = company.getValue();
                limits.requireCompany(
                        company.getKey(),
                        held.places.stream()
                                .mapToLong(place -> place.range().length())
                                .sum());
                List<Part> parts = new ArrayList<>(held.places.size());
                for (Place place : held.places) {
                    parts.add(place.read(reader));
                }
                consumer.accept(new CompanyFile(company.getKey(), held.entries, parts));
            }
        }
    }

    private void scan(InboxFile file) {
        try {
            Findings findings = new Findings(limits, found);
            FileScan scan = scanner.scan(file.folder(), file.name(), findings);
            @Nullable Problem rejection = scan.rejection();
            @Nullable Layout layout = scan.layout();
            if (rejection != null) {
                Mentions.of(file.folder(), file.name(), inn -> mention(inn, file));
                problems.add(rejection);
            } else if (layout != null) {
                keep(file, scan, layout, findings);
            }
            scans.add(scan);
        } catch (IOException e) {
            Mentions.inName(file.name(), inn -> mention(inn, file));
            problems.add(UnreadableFile.problem(file.name(), e));
        }
    }

    private void mention(String inn, InboxFile file) {
        limits.requireFindings(++found);
        mentions.computeIfAbsent(inn, key -> new TreeSet<>(CodePoints.ORDER)).add(file.name());
    }

    private void keep(InboxFile file, FileScan scan, Layout layout, Findings findings) {
        found = findings.inAll();
        problems.addAll(findings.problems);
        for (RegisterEntry entry : findings.entries) {
            held(entry.id()).entries.add(entry);
        }
        for (Range range : findings.ranges) {
            held(range.company()).places.add(new Place(file, scan, layout, range));
        }
    }

    private Held held(String company) {
        return companies.computeIfAbsent(company, key -> new Held());
    }

    /** What is held of one company: its lines of the register, and where its records stand. */
    private static final class Held {
        private final List<RegisterEntry> entries = new ArrayList<>(1);
        private final List<Place> places = new ArrayList<>(2);
    }

    private record Place(InboxFile file, FileScan scan, Layout layout, Range range) {

        Part read(InboxReader reader) throws IOException {
            byte[] bytes = reader.read(file.folder(), file.name(), range);
            return new Part(file.name(), scan.encoding(), scan.delimiter(), layout, range, bytes);
        }
    }

    /** What one file holds; forgotten where the file is rejected. */
    private static final class Findings implements ScanSink {

        private final List<Range> ranges = new ArrayList<>();
        private final List<RegisterEntry> entries = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final CheckLimits limits;
        private final long before;

        Findings(CheckLimits limits, long before) {
            this.limits = limits;
            this.before = before;
        }

        long inAll() {
            return before + ranges.size() + entries.size() + problems.size();
        }

        @Override
        public void range(Range range) {
            ranges.add(range);
            limits.requireFindings(inAll());
        }

        @Override
        public void entry(RegisterEntry entry) {
            entries.add(entry);
            limits.requireFindings(inAll());
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
            limits.requireFindings(inAll());
        }

        @Override
        public void restart() {
            ranges.clear();
            entries.clear();
            problems.clear();
        }
    }
}
