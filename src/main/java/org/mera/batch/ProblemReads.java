package org.mera.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.mera.csv.Problem;
import org.mera.csv.Severity;
import org.mera.cycle.CycleException;
import org.mera.cycle.JdbcRevisions;
import org.mera.cycle.JdbcRuns;
import org.mera.cycle.Revision;
import org.mera.export.Headings;
import org.mera.export.ProblemsCsv;
import org.mera.submission.JdbcProblemPages;
import org.mera.submission.JdbcProblems;
import org.mera.submission.ProblemFilter;
import org.springframework.stereotype.Component;

/** Reads problems; what is counted of a published revision is counted once. */
@Component
class ProblemReads implements ProblemDesk {

    private static final int COUNTS = 500;

    private final JdbcRevisions revisions;
    private final JdbcRuns runs;
    private final JdbcProblems problems;
    private final JdbcProblemPages pages;
    private final JdbcTransactions transactions;

    /** Problems of a published revision never change. */
    private final Map<Object, Object> counted = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
            return size() > COUNTS;
        }
    };

    ProblemReads(
            JdbcRevisions revisions,
            JdbcRuns runs,
            JdbcProblems problems,
            JdbcProblemPages pages,
            JdbcTransactions transactions) {
        this.revisions = revisions;
        this.runs = runs;
        this.problems = problems;
        this.pages = pages;
        this.transactions = transactions;
    }

    /** What is known of all problems of a revision. */
    private record Kinds(Map<String, Integer> byCode, Map<Severity, Integer> bySeverity) {}

    private record Asked(int year, int revision, ProblemFilter filter) {}

    private record Whole(int year, int revision) {}

    @Override
    public Optional<ProblemPage> page(int year, ProblemFilter filter, long offset, int limit) {
        return transactions.reading(() -> newest(year).map(revision -> page(revision, filter, offset, limit)));
    }

    private ProblemPage page(Revision revision, ProblemFilter filter, long offset, int limit) {
        Kinds kinds = kinds(revision);
        return new ProblemPage(
                revision,
                isPublished(revision),
                pages.page(revision, filter, offset, limit),
                filter.equals(ProblemFilter.ALL)
                        ? kinds.bySeverity().values().stream()
                                .mapToLong(Integer::longValue)
                                .sum()
                        : count(revision, filter),
                kinds.byCode(),
                kinds.bySeverity());
    }

    @Override
    public boolean write(int year, ProblemFilter filter, Locale language, OutputStream out) throws IOException {
        AtomicBoolean written = new AtomicBoolean();
        transactions.inSnapshot(connection -> {
            Optional<Revision> revision = newest(year);
            if (revision.isPresent()) {
                String heading = Headings.identity(runs.newestSettings(year)
                        .orElseThrow(() -> CycleException.nothingRun(year))
                        .loadMethodology()
                        .identification());
                try (Stream<Problem> all = pages.all(revision.get(), filter)) {
                    ProblemsCsv.write(all.iterator(), language, heading, out);
                }
                written.set(true);
            }
        });
        return written.get();
    }

    private Optional<Revision> newest(int year) {
        return revisions.newestCompleted(year).or(() -> revisions.newest(year));
    }

    private static boolean isPublished(Revision revision) {
        return revision.state() == Revision.State.COMPLETED;
    }

    private Kinds kinds(Revision revision) {
        Object key = new Whole(revision.year(), revision.number());
        Object known = isPublished(revision) ? known(key) : null;
        if (known instanceof Kinds kinds) {
            return kinds;
        }
        Kinds kinds = new Kinds(problems.countByCode(revision), problems.countBySeverity(revision));
        remember(revision, key, kinds);
        return kinds;
    }

    private long count(Revision revision, ProblemFilter filter) {
        Object key = new Asked(revision.year(), revision.number(), filter);
        Object known = isPublished(revision) ? known(key) : null;
        if (known instanceof Long count) {
            return count;
        }
        long count = pages.count(revision, filter);
        remember(revision, key, count);
        return count;
    }

    private @org.jspecify.annotations.Nullable Object known(Object key) {
        synchronized (counted) {
            return counted.get(key);
        }
    }

    private void remember(Revision revision, Object key, Object count) {
        if (isPublished(revision)) {
            synchronized (counted) {
                counted.put(key, count);
            }
        }
    }
}
