package org.mera.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mera.methodology.Methodologies;
import org.mera.methodology.Methodology;
import org.mera.methodology.MethodologyException;
import org.mera.submission.Rules;
import tools.jackson.core.JacksonException;

/**
 * Examines a published set without a database: whether each file is what was sealed, and whether the ranking is what follows from it. With the inbox
 * everything is recomputed from the companies' files; without it, from the scores in ranking.json.
 */
public final class Recomputation {

    private static final String METHODOLOGY = "sealed/methodology.yaml";

    private final Path folder;
    private final OutputSet set;
    private final @Nullable Path inbox;
    private final Consumer<Difference> each;
    private int differences;

    private Recomputation(Path folder, @Nullable Path inbox, Consumer<Difference> each) {
        this.folder = folder;
        this.set = new OutputSet(folder);
        this.inbox = inbox;
        this.each = difference -> {
            differences++;
            each.accept(difference);
        };
    }

    /**
     * Examines a set and tells of each difference as it is found: what may be the cause of others first, then what only a recomputation shows.
     *
     * @param folder of the set
     * @param inbox  the folder with the files that were handed in; null: none
     * @throws org.mera.submission.InboxException where the inbox cannot be read
     */
    public static Proof of(Path folder, @Nullable Path inbox, Consumer<Difference> each) {
        return new Recomputation(folder, inbox, each).proof();
    }

    private Proof proof() {
        Manifest manifest = manifest();
        if (manifest == null) {
            return new Proof(differences, inbox != null, 0, 0, "");
        }
        SealedFiles.tell(folder, set, manifest, each);
        Methodology methodology = methodology(manifest);
        int companies = methodology == null ? 0 : recomputedOrTold(manifest, methodology);
        return new Proof(differences, inbox != null, manifest.outputs().size(), companies, set.manifestSha256());
    }

    private @Nullable Manifest manifest() {
        try {
            if (set.manifest().isPresent()) {
                return set.manifest().get();
            }
            each.accept(new Difference(OutputSet.MANIFEST, Difference.Kind.MISSING));
        } catch (DamagedManifestException e) {
            each.accept(new Difference(OutputSet.MANIFEST, "damaged" + reason(e)));
        }
        return null;
    }

    /** What a manifest says wrongly is told; of what is no JSON, that it is damaged says all. */
    private static String reason(DamagedManifestException damaged) {
        Throwable cause = damaged.getCause();
        return cause == null || cause instanceof JacksonException ? "" : ": " + cause.getMessage();
    }

    private @Nullable Methodology methodology(Manifest manifest) {
        Path file = folder.resolve(METHODOLOGY);
        if (!Files.isRegularFile(file)) {
            each.accept(new Difference(METHODOLOGY, "missing, and without it nothing can be recomputed"));
            return null;
        }
        try {
            Methodology methodology = Methodologies.load(file);
            Manifest.MethodologyEdition expected = manifest.methodology();
            Manifest.MethodologyEdition found = Manifest.MethodologyEdition.of(methodology);
            if (!found.equals(expected)) {
                each.accept(new Difference(
                        METHODOLOGY, "is " + found + ", but the manifest says " + expected + " was used"));
            }
            return manifest.terms().over(methodology);
        } catch (MethodologyException e) {
            String faults = String.valueOf(e.getMessage());
            faults.lines().forEach(fault -> each.accept(new Difference(METHODOLOGY, fault)));
            return null;
        }
    }

    /** What somebody has written into a set may be such that nothing can be computed of it; each reader tells what it finds, the rest is told here. */
    private int recomputedOrTold(Manifest manifest, Methodology methodology) {
        try {
            return recomputed(manifest, methodology);
        } catch (IllegalArgumentException
                | ArithmeticException
                | DateTimeException
                | IndexOutOfBoundsException
                | NoSuchElementException e) {
            each.accept(new Difference(
                    OutputSet.MANIFEST, "what the set holds cannot be recomputed, and was not compared: " + e));
            return 0;
        }
    }

    private int recomputed(Manifest manifest, Methodology methodology) {
        KnownRating rating = rating(manifest, methodology);
        if (rating == null) {
            return 0;
        }
        SealedRecord record = RecordReader.read(folder, manifest, methodology, each);
        // All that may be a cause was told by now.
        Consumer<Difference> consequence = difference -> each.accept(difference.asConsequence());
        RecomputedRating recomputed = RecomputedRating.of(methodology, rating, record, manifest.terms(), consequence);
        try (RecomputedFiles files = new RecomputedFiles(folder, manifest, recomputed, consequence)) {
            files.compareRanking();
            if (inbox == null) {
                files.countProblems();
            } else {
                files.compareProblems();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ExpectedNames.tell(folder, manifest, recomputed, consequence);
        return rating.companies().size();
    }

    private @Nullable KnownRating rating(Manifest manifest, Methodology methodology) {
        if (inbox == null) {
            return sealedRating(methodology);
        }
        if (manifest.rules() != Rules.VERSION) {
            each.accept(new Difference(
                    OutputSet.MANIFEST,
                    "was checked by the rules of version " + manifest.rules() + ", this program has version "
                            + Rules.VERSION + "; recompute with Mera " + manifest.program()));
        }
        return InboxRating.of(methodology, manifest.year(), manifest.cutoff(), inbox, manifest.inputs(), each);
    }

    private @Nullable KnownRating sealedRating(Methodology methodology) {
        Path file = folder.resolve(RecomputedRating.RANKING_JSON);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return SealedRating.read(in, methodology);
        } catch (JacksonException | IllegalArgumentException e) {
            each.accept(new Difference(RecomputedRating.RANKING_JSON, "cannot be understood: " + e.getMessage()));
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
