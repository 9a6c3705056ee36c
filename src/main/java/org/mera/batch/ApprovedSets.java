package org.mera.batch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mera.committee.JdbcCommitteeActs;
import org.mera.committee.StoredApproval;
import org.mera.cycle.Cycle;
import org.mera.cycle.CycleException;
import org.mera.cycle.CycleLock;
import org.mera.cycle.JdbcCycles;
import org.mera.cycle.JdbcRevisions;
import org.mera.cycle.Revision;
import org.mera.cycle.RunSettings;
import org.mera.methodology.Methodology;
import org.mera.methodology.MethodologyException;
import org.mera.ranking.JdbcPastRankings;
import org.mera.ranking.PreviousRanking;
import org.mera.seal.Difference;
import org.mera.seal.OutputSet;
import org.mera.submission.InboxException;
import org.springframework.stereotype.Component;

/** Whether what was approved is there still, whether it could be restored, and what is kept of it where it could not. */
@Component
class ApprovedSets {

    private static final String EDITIONS = "editions";

    private final JdbcCycles cycles;
    private final JdbcRevisions revisions;
    private final JdbcCommitteeActs acts;
    private final JdbcPastRankings past;
    private final RevisionChoice choice;
    private final Clock clock;

    ApprovedSets(
            JdbcCycles cycles,
            JdbcRevisions revisions,
            JdbcCommitteeActs acts,
            JdbcPastRankings past,
            RevisionChoice choice,
            Clock clock) {
        this.cycles = cycles;
        this.revisions = revisions;
        this.acts = acts;
        this.past = past;
        this.choice = choice;
        this.clock = clock;
    }

    /** {@return in what a folder's set is not the approved one} Empty where it is, byte for byte. */
    static List<String> damages(Path folder, StoredApproval stored) {
        OutputSet set = new OutputSet(folder);
        List<String> differences =
                set.differences().stream().map(Difference::toString).toList();
        if (!differences.isEmpty() || set.manifestSha256().equals(stored.manifestSha256())) {
            return differences;
        }
        return List.of(OutputSet.MANIFEST + ": another one than was approved, of revision "
                + set.manifest().orElseThrow().revision());
    }

    /**
     * {@return why what was approved cannot be restored} Empty where it can.
     *
     * @param settings of the newest run, with reports
     */
    Optional<String> whyNotRestorable(RunSettings settings, StoredApproval stored, CycleLock lock) {
        Revision base = revisions.get(settings.year(), stored.revision());
        try {
            Methodology methodology = settings.loadMethodology();
            Cycle cycle = cycles.begin(settings.year(), methodology, LocalDate.now(clock));
            PreviousRanking previous = past.before(settings.year(), methodology);
            Revision wanted = JobRuns.wanted(
                    settings, cycle, methodology, acts.last(settings.year()), previous, stored.approval());
            List<String> changes = TermChanges.between(base, wanted);
            if (!changes.isEmpty()) {
                return Optional.of(String.join(", ", changes) + " since");
            }
            if (!base.isOfSameTerms(wanted)) {
                return Optional.of("decisions, withdrawals or verifications have come since");
            }
            return choice.survey(wanted, settings.inbox(), settings.threads(), lock)
                            .isOf(base.fingerprint())
                    ? Optional.empty()
                    : Optional.of("the inbox has changed since");
        } catch (MethodologyException | InboxException | CycleException e) {
            return Optional.of(Causes.inWords(e));
        }
    }

    /**
     * Copies what is left of an approved set to where it stays whatever is published next; may be repeated. {@return that folder}
     *
     * @throws CycleException where it cannot be copied
     */
    static Path keepWhatIsLeft(Path folder, StoredApproval stored) {
        Path kept = folder.resolve(EDITIONS)
                .resolve(Integer.toString(stored.approval().edition()));
        OutputSet copy = new OutputSet(kept);
        String there = copy.manifestSha256();
        if (there.equals(stored.manifestSha256()) && copy.differences().isEmpty()) {
            return kept; // it was kept whole before it was damaged
        }
        if (!there.isEmpty() && !there.equals(new OutputSet(folder).manifestSha256())) {
            throw new CycleException(kept + " holds another set; move it away");
        }
        try {
            List<Path> left = files(folder);
            Files.createDirectories(kept);
            for (Path file : left) {
                Path to = kept.resolve(folder.relativize(file));
                Files.createDirectories(Objects.requireNonNull(to.getParent()));
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
            return kept;
        } catch (IOException e) {
            throw new CycleException(
                    "What is left of the approved outputs cannot be kept in " + kept + ": " + Causes.inWords(e));
        }
    }

    /** {@return what can be read of the set and of what stands beside it} Neither earlier editions nor what a publication has put aside. */
    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                boolean isLeftOut = each.equals(folder.resolve(EDITIONS))
                        || String.valueOf(each.getFileName()).startsWith(".")
                        || !Files.isReadable(each);
                boolean isOfTheSet = each.equals(folder) || !isLeftOut;
                return isOfTheSet ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && !String.valueOf(file.getFileName()).startsWith(".")
                        && Files.isReadable(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
