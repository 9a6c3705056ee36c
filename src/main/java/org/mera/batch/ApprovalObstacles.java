package org.mera.batch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mera.committee.CommitteeRecord;
import org.mera.committee.JdbcCommitteeActs;
import org.mera.committee.JdbcCommitteeRecords;
import org.mera.committee.JdbcObstacles;
import org.mera.csv.CodePoints;
import org.mera.csv.Problem;
import org.mera.cycle.ChunkFailure;
import org.mera.cycle.Cycle;
import org.mera.cycle.CycleException;
import org.mera.cycle.CycleLock;
import org.mera.cycle.JdbcChunks;
import org.mera.cycle.JdbcCycles;
import org.mera.cycle.JdbcRevisions;
import org.mera.cycle.Revision;
import org.mera.cycle.RunSettings;
import org.mera.methodology.Methodology;
import org.mera.ranking.JdbcPastRankings;
import org.mera.ranking.PreviousRanking;
import org.mera.scoring.Decisions;
import org.mera.scoring.JdbcDecisions;
import org.mera.seal.Difference;
import org.mera.seal.OutputSet;
import org.mera.submission.JdbcInventory;
import org.springframework.stereotype.Component;

/** Gathers everything that stands against approving a cycle, so that it is told at once. */
@Component
class ApprovalObstacles {

    private final JdbcCycles cycles;
    private final JdbcRevisions revisions;
    private final JdbcChunks chunks;
    private final JdbcInventory inventory;
    private final JdbcCommitteeActs acts;
    private final JdbcCommitteeRecords records;
    private final JdbcObstacles stored;
    private final JdbcDecisions decisions;
    private final JdbcPastRankings past;
    private final RevisionChoice choice;
    private final SealStep seal;
    private final FourEyes fourEyes;
    private final Clock clock;

    ApprovalObstacles(
            JdbcCycles cycles,
            JdbcRevisions revisions,
            JdbcChunks chunks,
            JdbcInventory inventory,
            JdbcCommitteeActs acts,
            JdbcCommitteeRecords records,
            JdbcObstacles stored,
            JdbcDecisions decisions,
            JdbcPastRankings past,
            RevisionChoice choice,
            SealStep seal,
            FourEyes fourEyes,
            Clock clock) {
        this.cycles = cycles;
        this.revisions = revisions;
        this.chunks = chunks;
        this.inventory = inventory;
        this.acts = acts;
        this.records = records;
        this.stored = stored;
        this.decisions = decisions;
        this.past = past;
        this.choice = choice;
        this.seal = seal;
        this.fourEyes = fourEyes;
        this.clock = clock;
    }

    /**
     * {@return what stands against it, a sentence each} Empty where the cycle may be approved.
     *
     * @param settings of the newest run
     */
    List<String> of(RunSettings settings, CycleLock lock) {
        int year = settings.year();
        Revision newest = revisions.newest(year).orElseThrow(() -> CycleException.nothingRun(year));
        Optional<Revision> published = revisions.newestCompleted(year);
        boolean begun = isApproval(newest);
        List<String> obstacles = new ArrayList<>();
        fourEyes.against(year).ifPresent(obstacles::add);
        if (newest.state() != Revision.State.COMPLETED && !begun) {
            unfinished(newest, obstacles);
        }
        if (published.isPresent()) {
            Looked looked = look(settings, published.get(), lock);
            terms(looked, obstacles);
            files(looked, obstacles);
            outputs(looked, begun ? newest : null, obstacles);
            rejectedFiles(looked, obstacles);
            linesOfNobody(looked, obstacles);
            companies(looked, obstacles);
        }
        return obstacles;
    }

    /** What a run would find now. */
    private record Looked(ActiveRun run, Revision published, Revision wanted, long lastAct) {

        /** {@return whether what is published was approved} The cycle is open, so it was opened again. */
        boolean openedAgain() {
            return OutputOptions.hasApproval(published.outputOptions());
        }
    }

    /** {@return whether a revision is of an approval that came to nothing; it is gone on with, or replaced by another} */
    private static boolean isApproval(Revision revision) {
        return revision.state() != Revision.State.COMPLETED && OutputOptions.hasApproval(revision.outputOptions());
    }

    /** Whether the last run made papers does not matter: an approval does. */
    private Looked look(RunSettings newest, Revision published, CycleLock lock) {
        RunSettings settings = newest.withReports(OutputOptions.haveReports(published.outputOptions()));
        Methodology methodology = settings.loadMethodology();
        Cycle cycle = cycles.begin(settings.year(), methodology, LocalDate.now(clock));
        PreviousRanking previous = past.before(settings.year(), methodology);
        long lastAct = acts.last(settings.year());
        Revision wanted = JobRuns.wanted(settings, cycle, methodology, lastAct, previous, null);
        InboxSurvey survey = choice.survey(wanted, settings.inbox(), settings.threads(), lock);
        CommitteeRecord record = records.of(published, null);
        ActiveRun run = new ActiveRun(
                settings,
                methodology,
                published,
                survey,
                lock,
                Progress.NONE,
                record,
                previous,
                null,
                new StopSignal());
        return new Looked(run, published, wanted, lastAct);
    }

    private void unfinished(Revision newest, List<String> obstacles) {
        List<ChunkFailure> failed = chunks.failures(newest.year()).stream()
                .filter(failure -> failure.revision() == newest.number())
                .filter(failure -> failure.since() == ChunkFailure.Since.FAILED)
                .toList();
        String remedy = "; mera rerun --year " + newest.year();
        if (failed.isEmpty()) {
            obstacles.add("revision " + newest.number() + " is not finished" + remedy);
        }
        for (ChunkFailure failure : failed) {
            obstacles.add("chunk " + failure.number() + " of " + failure.step() + " in revision " + newest.number()
                    + " has failed: " + failure.cause() + remedy);
        }
    }

    private static void terms(Looked looked, List<String> obstacles) {
        Revision published = looked.published();
        Revision wanted = looked.wanted();
        if (published.lastAct() != looked.lastAct()) {
            obstacles.add("decisions, withdrawals or verifications have come since revision " + published.number()
                    + " and are not in the outputs; mera rerun --year " + published.year());
        }
        if (looked.openedAgain()) {
            // What else has changed since is told when there is a preliminary result to compare with.
            obstacles.add("the cycle was opened again since revision " + published.number()
                    + ", and nothing preliminary is published yet; mera rerun --year " + published.year());
            return;
        }
        for (String change : TermChanges.between(published, wanted)) {
            obstacles.add(change + " since revision " + published.number() + "; mera rerun --year " + published.year());
        }
    }

    private void files(Looked looked, List<String> obstacles) {
        InboxSurvey survey = looked.run().survey();
        Revision published = looked.published();
        if (survey.isOf(published.fingerprint())) {
            return;
        }
        Map<String, String> read = new HashMap<>();
        inventory.read(published).forEach(file -> read.put(file.file(), file.sha256()));
        String since = " since revision " + published.number() + "; mera rerun --year " + published.year();
        for (InboxSurvey.SurveyedFile file : survey.files()) {
            String before = read.remove(file.file());
            if (before == null) {
                obstacles.add(file.file() + " has come into the inbox" + since);
            } else if (!before.equals(file.sha256())) {
                obstacles.add(file.file() + " has changed" + since);
            }
        }
        read.keySet().stream()
                .sorted(CodePoints.ORDER)
                .forEach(file -> obstacles.add(file + " has gone from the inbox" + since));
    }

    /** @param approved the revision whose approval came to nothing, if there is one: its set may have been published before the word of it was */
    private void outputs(Looked looked, @Nullable Revision approved, List<String> obstacles) {
        OutputSet set = new OutputSet(looked.run().folder());
        List<Difference> differences = set.differences();
        String remedy = "; mera rerun --year " + looked.published().year();
        differences.forEach(difference -> obstacles.add("the output " + difference + remedy));
        if (!differences.isEmpty() || !looked.published().isOfSameTerms(looked.wanted())) {
            return; // that the terms or the acts are others is told already
        }
        set.manifest().ifPresent(manifest -> {
            boolean isApproved = approved != null && manifest.revision() == approved.number();
            if (!isApproved && !looked.openedAgain() && !seal.isOf(looked.run(), manifest)) {
                obstacles.add("the outputs in " + looked.run().folder() + " are not those of revision "
                        + looked.published().number() + remedy);
            }
        });
    }

    private void rejectedFiles(Looked looked, List<String> obstacles) {
        Set<String> there = there(looked);
        for (JdbcObstacles.RejectedFile file : stored.rejectedFiles(looked.published())) {
            if (there.contains(file.file())) {
                obstacles.add("the file " + file.file() + " is rejected (" + file.code()
                        + "); correct it or take it out of the inbox");
            }
        }
    }

    /**
     * Lines that no registered company would be rejected for: they are missing in the result, and nobody is asked. What is wrong with a registered
     * company's own lines, those of the register too, is told of the company.
     */
    private void linesOfNobody(Looked looked, List<String> obstacles) {
        Set<String> there = there(looked);
        Set<String> rejected = stored.rejectedFiles(looked.published()).stream()
                .map(JdbcObstacles.RejectedFile::file)
                .collect(Collectors.toSet());
        for (Problem problem : stored.errorsOfNobody(looked.published())) {
            if (there.contains(problem.file()) && !rejected.contains(problem.file())) {
                obstacles.add(problem.file() + (problem.line() == 0 ? "" : ":" + problem.line())
                        + " counts for no registered company (" + problem.code().code()
                        + (problem.value().isEmpty() ? "" : " «" + problem.value() + "»")
                        + "); correct it, add the company to the register, or take it out; mera rerun --year "
                        + looked.published().year());
            }
        }
    }

    /** {@return the files of the inbox as it is now} What has gone is told already. */
    private static Set<String> there(Looked looked) {
        return looked.run().survey().files().stream()
                .map(InboxSurvey.SurveyedFile::file)
                .collect(Collectors.toSet());
    }

    /** Who was withdrawn since is settled by the next run, which is asked for already. */
    private void companies(Looked looked, List<String> obstacles) {
        Decisions decisions = this.decisions.upTo(looked.published().year(), looked.lastAct());
        for (JdbcObstacles.UnratedCompany company : stored.unrated(looked.published())) {
            if (!decisions.isWithdrawn(company.company())) {
                obstacles.add(company.company() + (company.name().isEmpty() ? "" : " " + company.name()) + " "
                        + state(company) + ", or withdraw the company with a reason");
            }
        }
    }

    private static String state(JdbcObstacles.UnratedCompany company) {
        if (company.status().equals("not-handed-in")) {
            return "has handed in nothing; let it hand in its Table";
        }
        if (company.awaiting()) {
            return "awaits its expert; let the expert hand in a Table";
        }
        return "is rejected for " + company.errors() + (company.errors() == 1 ? " error" : " errors")
                + "; correct its files";
    }
}
