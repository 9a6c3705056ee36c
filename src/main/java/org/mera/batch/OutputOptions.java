package org.mera.batch;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mera.committee.Approval;
import org.mera.cycle.JobTerms;
import org.mera.cycle.PaperSources;
import org.mera.cycle.RunSettings;
import org.mera.ranking.PreviousRanking;

/** What shapes the outputs besides the inputs, as text: a change of it makes another revision. */
final class OutputOptions {

    private static final String APPROVAL = " approval=";

    private OutputOptions() {}

    /** {@return whether outputs with these options have the committee's papers} */
    static boolean haveReports(String options) {
        return options.contains(" reports=true ");
    }

    /** {@return whether outputs with these options are approved} */
    static boolean hasApproval(String options) {
        return options.contains(APPROVAL);
    }

    /**
     * {@return the options of these settings} Files that papers are printed by come in with their hashes.
     *
     * @param approval by which the cycle is being approved; null where it is not
     * @param previous the ranking of the year before
     *
     * @throws org.mera.cycle.CycleException where such a file cannot be read
     */
    static String of(RunSettings settings, @Nullable Approval approval, PreviousRanking previous) {
        String classes = settings.classes().stream()
                .map(band -> band.label() + ">=" + band.from())
                .collect(Collectors.joining(","));
        return "language=" + settings.language().getLanguage() + " reports=" + settings.reports() + papers(settings)
                + " classes=" + classes + terms(settings.terms()) + previous(previous) + approval(approval);
    }

    private static String terms(JobTerms terms) {
        return (terms.classesVersion().isEmpty() ? "" : " classes-version=" + terms.classesVersion())
                + (terms.disagreement() == null
                        ? ""
                        : " disagreement=" + terms.disagreement().toPlainString());
    }

    private static String previous(PreviousRanking previous) {
        return previous.equals(PreviousRanking.NONE) ? "" : " previous=" + previous.sha256();
    }

    private static String approval(@Nullable Approval approval) {
        return approval == null ? "" : APPROVAL + approval.edition() + ":" + approval.protocol();
    }

    private static String papers(RunSettings settings) {
        if (!settings.reports()) {
            return "";
        }
        PaperSources sources = settings.paperSources();
        return hash(" papers=", sources.folder()) + hash(" texts=", sources.officialTexts());
    }

    private static String hash(String name, @Nullable Path place) {
        return place == null ? "" : name + PaperSourceFiles.of(place).sha256();
    }
}
