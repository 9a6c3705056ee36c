package org.mera.batch;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mera.committee.CommitteeRecord;
import org.mera.committee.RatingFacts;
import org.mera.cycle.CycleLock;
import org.mera.cycle.Revision;
import org.mera.cycle.RunSettings;
import org.mera.methodology.Methodology;
import org.mera.ranking.Counts;
import org.mera.ranking.PreviousRanking;
import org.mera.ranking.Ranking;
import org.mera.seal.Publication;
import org.mera.submission.KnownFiles;

/** A run that goes on in this process: what it was told, what it holds, whom it tells. */
final class ActiveRun {

    private final RunSettings settings;
    private final Methodology methodology;
    private final Revision revision;
    private final InboxSurvey survey;
    private final CycleLock lock;
    private final Progress progress;
    private final CommitteeRecord record;
    private final PreviousRanking previous;
    private final @Nullable Approving approving;
    private final StopSignal stop;
    private final KnownFiles files = new KnownFiles();
    private final Set<String> chunks = ConcurrentHashMap.newKeySet();
    private final AtomicInteger assessed = new AtomicInteger();
    private final RunReports reports = new RunReports();
    private @Nullable Publication publication;
    private @Nullable Ranking ranking;
    private @Nullable RatingFacts facts;
    private @Nullable Counts counts;

    ActiveRun(
            RunSettings settings,
            Methodology methodology,
            Revision revision,
            InboxSurvey survey,
            CycleLock lock,
            Progress progress,
            CommitteeRecord record,
            PreviousRanking previous,
            @Nullable Approving approving,
            StopSignal stop) {
        this.settings = settings;
        this.methodology = methodology;
        this.revision = revision;
        this.survey = survey;
        this.lock = lock;
        this.progress = progress;
        this.record = record;
        this.previous = previous;
        this.approving = approving;
        this.stop = stop;
    }

    RunSettings settings() {
        return settings;
    }

    Methodology methodology() {
        return methodology;
    }

    Revision revision() {
        return revision;
    }

    /** {@return what lay in the inbox when the run began} */
    InboxSurvey survey() {
        return survey;
    }

    /** {@return what it knows of the files that were read} */
    KnownFiles files() {
        return files;
    }

    CycleLock lock() {
        return lock;
    }

    Progress progress() {
        return progress;
    }

    /** {@return what the committee has done, as far as the revision takes it in} */
    CommitteeRecord record() {
        return record;
    }

    /** {@return the ranking of the year before} */
    PreviousRanking previous() {
        return previous;
    }

    /** {@return that it is to end in an approval} Null where it is not. */
    @Nullable
    Approving approving() {
        return approving;
    }

    /** {@return whether it is asked to stop} */
    StopSignal stop() {
        return stop;
    }

    /** Does a chunk, which counts as being done meanwhile. */
    void during(String step, int number, Runnable work) {
        String chunk = chunk(step, number);
        chunks.add(chunk);
        try {
            work.run();
        } finally {
            chunks.remove(chunk);
        }
    }

    /** {@return whether a chunk is being done at the moment} */
    boolean isDoing(String step, int number) {
        return chunks.contains(chunk(step, number));
    }

    private static String chunk(String step, int number) {
        return step + " " + number;
    }

    /** {@return what the outputs tell besides the ranking} Worked out when it is first asked for; two threads that ask wait for each other. */
    synchronized RatingFacts facts(Supplier<RatingFacts> source) {
        RatingFacts known = facts;
        if (known == null) {
            known = source.get();
            facts = known;
        }
        return known;
    }

    /** Keeps how many companies came how far, as the step rank has found it. */
    synchronized void keepCounts(Counts found) {
        counts = found;
    }

    /** {@return how many companies came how far} Counted when it is first asked for where another process has ranked them. */
    synchronized Counts counts(Supplier<Counts> source) {
        Counts known = counts;
        if (known == null) {
            known = source.get();
            counts = known;
        }
        return known;
    }

    /** {@return where the outputs of a run go} */
    static Path folder(RunSettings settings) {
        return settings.out().resolve(Integer.toString(settings.year()));
    }

    Path folder() {
        return folder(settings);
    }

    /** So many more companies have been assessed in this run. */
    void assessed(int companies) {
        assessed.addAndGet(companies);
        progress.advanced(companies);
    }

    /** {@return how many companies have been assessed in this run, not in one that it goes on with} */
    int assessed() {
        return assessed.get();
    }

    /** {@return the reports of this run} */
    RunReports reports() {
        return reports;
    }

    /** Keeps the ranking for the step that writes it. */
    void ranked(Ranking computed) {
        ranking = computed;
    }

    /** {@return the ranking that this run has computed} Null where it has not, or where it was taken before: it is not kept in memory twice. */
    @Nullable
    Ranking takeRanking() {
        Ranking taken = ranking;
        ranking = null;
        return taken;
    }

    /** {@return the set of outputs that is being written, begun anew} What an earlier attempt had written aside is thrown away. */
    Publication beginPublication() {
        closePublication();
        reports.begin();
        publication = Publication.begin(folder());
        return publication;
    }

    /** {@return the set of outputs that was begun} */
    Publication publication() {
        if (publication == null) {
            throw new IllegalStateException("No outputs were written in this run");
        }
        return publication;
    }

    void closePublication() {
        if (publication != null) {
            publication.close();
            publication = null;
        }
    }
}
