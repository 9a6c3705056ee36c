package org.mera.seal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.mera.company.FileNames;
import org.mera.csv.CodePoints;

/** Which files a set must have. A file that was taken out with its line of the manifest is missed here only. */
final class ExpectedNames {

    private static final List<String> ALWAYS = List.of(
            "problems.csv",
            "ranking.csv",
            RecomputedRating.RANKING_JSON,
            "sealed/job.yaml",
            "sealed/methodology.yaml",
            SealedInputs.REGISTER,
            RecordCsv.DECISIONS,
            RecordCsv.PREVIOUS,
            RecordCsv.VERIFICATIONS,
            RecordCsv.WITHDRAWALS,
            "verification.csv");
    private static final List<String> PAPERS = List.of("committee-report.pdf", "ranking.xlsx");
    private static final String COMPANIES = "companies/";

    private final Path folder;
    private final Set<String> named;
    private final boolean approved;
    private final RecomputedRating rating;

    private ExpectedNames(Path folder, Manifest manifest, RecomputedRating rating) {
        this.folder = folder;
        this.named = manifest.outputs().stream().map(SealedFile::path).collect(Collectors.toSet());
        this.approved = manifest.committee().approval() != null;
        this.rating = rating;
    }

    /** Tells of each file that belongs to the set and is not named by its manifest, and of each paper and log that belongs to no such set. */
    static void tell(Path folder, Manifest manifest, RecomputedRating rating, Consumer<Difference> each) {
        new ExpectedNames(folder, manifest, rating).tell(each);
    }

    private void tell(Consumer<Difference> each) {
        Set<String> expected = expected();
        expected.stream()
                .filter(name -> !named.contains(name) && !isTold(name))
                .forEach(name ->
                        each.accept(new Difference(name, "belongs to the set, but the manifest does not name it")));
        named.stream()
                .filter(name -> !expected.contains(name))
                .sorted(CodePoints.ORDER)
                .forEach(name -> {
                    if (name.startsWith(COMPANIES)) {
                        each.accept(new Difference(name, "nothing gives it: no company of the ranking has it"));
                    } else if (name.equals(RecordCsv.LOG)) {
                        each.accept(new Difference(
                                name,
                                "belongs to an approved set, but the manifest says that this one is preliminary"));
                    }
                });
    }

    private Set<String> expected() {
        Set<String> expected = new TreeSet<>(CodePoints.ORDER);
        expected.addAll(ALWAYS);
        if (approved) {
            expected.add(RecordCsv.LOG);
        }
        if (hasPapers()) {
            expected.addAll(PAPERS);
            rating.ranking()
                    .companies()
                    .forEach(ranked -> expected.add(
                            COMPANIES + FileNames.of(ranked.company().id()) + ".pdf"));
        }
        return expected;
    }

    /** An approved set always has them; another has all of them, or none. */
    private boolean hasPapers() {
        return approved
                || named.stream()
                        .anyMatch(name -> PAPERS.contains(name)
                                || name.startsWith(COMPANIES)
                                || name.startsWith("sealed/reports/")
                                || name.equals("sealed/official-texts.csv"));
    }

    /** What stands in a folder of ours and is not named has been told as such. */
    private boolean isTold(String name) {
        return name.contains("/") && Files.exists(folder.resolve(name));
    }
}
