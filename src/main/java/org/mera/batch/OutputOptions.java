package org.mera.batch;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** What is said of an option that has changed, in the order of {@link #of}; whether there are papers and an approval is the caller's own doing. */
    private static final Map<String, String> TOLD = told();

    private static final Pattern OPTION = Pattern.compile(
            "(?:^| )(language|reports|papers|texts|classes|classes-version|disagreement|previous|approval)=");

    private OutputOptions() {}

    private static Map<String, String> told() {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("language", "the job's language has changed");
        told.put("papers", "the files that papers are printed by have changed");
        told.put("texts", "the official texts have changed");
        told.put("classes", "the job's classes have changed");
        told.put("classes-version", "the version of the job's classes has changed");
        told.put("disagreement", "the job's disagreement has changed");
        told.put("previous", "the ranking of the year before has changed");
        return told;
    }

    /** {@return in what two options differ, a clause each} */
    static List<String> changes(String before, String now) {
        Map<String, String> former = values(before);
        Map<String, String> wanted = values(now);
        return TOLD.entrySet().stream()
                .filter(each -> !Objects.equals(former.get(each.getKey()), wanted.get(each.getKey())))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Map<String, String> values(String options) {
        Map<String, String> values = new HashMap<>();
        Matcher option = OPTION.matcher(options);
        boolean found = option.find();
        while (found) {
            String name = option.group(1);
            int from = option.end();
            found = option.find();
            values.put(name, options.substring(from, found ? option.start() : options.length()));
        }
        return values;
    }

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
