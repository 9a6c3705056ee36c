package org.mera.seal;

import java.time.LocalDate;
import java.util.List;
import org.mera.methodology.Methodology;
import org.mera.ranking.Counts;

/**
 * What a set of outputs was made of and what it consists of. It bears no time of printing: the same inputs give the same manifest.
 *
 * @param year     the rated year
 * @param revision of the cycle
 * @param cutoff   the last date that a cited document may bear
 * @param language of the messages and reports: {@code ru} or {@code en}
 * @param rules    the version of the rules by which was checked
 * @param program  the version of the program
 * @param inputs   by path (code points)
 * @param outputs  by path (code points), the manifest itself left out
 */
public record Manifest(
        int year,
        int revision,
        MethodologyEdition methodology,
        LocalDate cutoff,
        String language,
        int rules,
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

    public Manifest {
        inputs = inOrder(inputs);
        outputs = inOrder(outputs);
    }

    /** {@return the same with these outputs} */
    public Manifest withOutputs(List<SealedFile> newOutputs) {
        return new Manifest(year, revision, methodology, cutoff, language, rules, counts, program, inputs, newOutputs);
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
