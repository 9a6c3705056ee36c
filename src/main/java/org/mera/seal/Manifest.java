package org.mera.seal;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.committee.Approval;
import org.mera.committee.CommitteeRecord;
import org.mera.csv.Sha256;
import org.mera.methodology.Methodology;
import org.mera.methodology.ScoreClass;
import org.mera.ranking.Comparability;
import org.mera.ranking.Counts;
import org.mera.ranking.PreviousRanking;

/**
 * What a set of outputs was made of and what it consists of. It bears no time of printing: the same inputs give the same manifest.
 *
 * @param year      the rated year
 * @param revision  of the cycle
 * @param committee how far the committee is
 * @param cutoff    the last date that a cited document may bear
 * @param language  of the messages and reports: {@code ru} or {@code en}
 * @param rules     the version of the rules by which was checked
 * @param terms     what the job defines besides
 * @param previous  the ranking that was compared with; null where there is none
 * @param program   the version of the program
 * @param inputs    by path (code points)
 * @param outputs   by path (code points), the manifest itself left out
 */
public record Manifest(
        int year,
        int revision,
        Committee committee,
        MethodologyEdition methodology,
        LocalDate cutoff,
        String language,
        int rules,
        Terms terms,
        @Nullable Previous previous,
        Counts counts,
        String program,
        List<SealedFile> inputs,
        List<SealedFile> outputs) {

    /** Which methodology it was. */
    public record MethodologyEdition(String id, String version, String sha256) {

        /** {@return the edition of a methodology} */
        public static MethodologyEdition of(Methodology methodology) {
            return new MethodologyEdition(methodology.id(), methodology.version(), methodology.sha256());
        }

        /** {@return for example {@code anti-corruption-rating 2025 (SHA-256 5ca1ab1e…)}} */
        @Override
        public String toString() {
            return id + " " + version + " (SHA-256 " + sha256 + ")";
        }
    }

    /**
     * How far the committee is with the cycle.
     *
     * @param edition   1… of the cycle
     * @param approval  null as long as the result is preliminary
     * @param log       what of the audit log is sealed with the approval; null as long as there is none
     * @param decisions how many were taken, superseded ones too
     */
    public record Committee(int edition, @Nullable Approval approval, @Nullable SealedLog log, int decisions) {

        /** Where the committee has done nothing. */
        static final Committee NONE = new Committee(1, null, null, 0);

        /**
         * {@return how far this record goes}
         *
         * @param log null where nothing is approved
         */
        public static Committee of(CommitteeRecord record, @Nullable SealedLog log) {
            return new Committee(
                    record.edition(),
                    record.approval(),
                    log,
                    record.decisions().all().size()
                            + record.decisions().allClasses().size());
        }

        /** {@return the word of files} */
        String state() {
            return approval == null ? "preliminary" : "approved";
        }
    }

    /**
     * How much of the audit log is sealed: an unbroken chain could end anywhere.
     *
     * @param entries how many
     * @param sha256  of the last of them
     */
    public record SealedLog(long entries, String sha256) {}

    /**
     * What a job defines over its methodology.
     *
     * @param classes        from the highest to the lowest; empty: the methodology's
     * @param classesVersion of the job's classes; empty where it does not say
     * @param disagreement   the share of cells in which experts are taken to differ; null: none is taken
     */
    public record Terms(List<ScoreClass> classes, String classesVersion, @Nullable BigDecimal disagreement) {

        /** A job that defines nothing of the kind. */
        static final Terms NONE = new Terms(List.of(), "", null);

        public Terms {
            classes = List.copyOf(classes);
        }

        /** {@return the methodology as the job has it} */
        Methodology over(Methodology methodology) {
            return classes.isEmpty() ? methodology : methodology.withClasses(classes, classesVersion);
        }
    }

    /** The ranking that was compared with. */
    public record Previous(int year, String methodologyVersion, Comparability comparability) {

        /** {@return what is said of an earlier ranking} Null where there is none. */
        public static @Nullable Previous of(PreviousRanking previous) {
            return previous.exists()
                    ? new Previous(previous.year(), previous.methodologyVersion(), previous.comparability())
                    : null;
        }
    }

    public Manifest {
        inputs = inOrder(inputs);
        outputs = inOrder(outputs);
    }

    /** {@return the same with these outputs} */
    public Manifest withOutputs(List<SealedFile> newOutputs) {
        return new Manifest(
                year,
                revision,
                committee,
                methodology,
                cutoff,
                language,
                rules,
                terms,
                previous,
                counts,
                program,
                inputs,
                newOutputs);
    }

    /** {@return the SHA-256 of the file that it makes, which stands for the whole set} */
    public String sha256() {
        MessageDigest digest = Sha256.digest();
        ManifestJson.write(this, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<SealedFile> inOrder(List<SealedFile> files) {
        List<SealedFile> sorted = files.stream().sorted(SealedFile.ORDER).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).path().equals(sorted.get(i - 1).path())) {
                throw new IllegalArgumentException(sorted.get(i).path() + " stands twice in the manifest");
            }
        }
        return sorted;
    }
}
