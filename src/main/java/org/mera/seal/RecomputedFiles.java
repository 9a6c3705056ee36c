package org.mera.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mera.company.FileNames;
import org.mera.csv.CodePoints;
import org.mera.csv.CsvInput;
import org.mera.csv.Problem;
import org.mera.csv.Severity;
import org.mera.export.Headings;
import org.mera.export.ProblemsCsv;
import org.mera.export.RankingCsv;
import org.mera.export.RankingJson;
import org.mera.export.ReturnsCsv;
import org.mera.export.VerificationCsv;
import org.mera.methodology.Identification;
import org.mera.methodology.Methodology;
import org.mera.ranking.Counts;
import tools.jackson.core.JacksonException;

/**
 * Compares the files of a set with those that follow from a recomputed rating, written by the same writers. A file is written into nothing first;
 * only where its bytes differ it is written aside and gone through.
 */
final class RecomputedFiles implements AutoCloseable {

    private static final String PROBLEMS = "problems.csv";
    private static final String VERIFICATION = "verification.csv";
    private static final int IDENTITY = 2;
    private static final int SEVERITY = 5;
    private static final String RETURNS = "returns/";

    private final Path folder;
    private final Path aside;
    private final Manifest manifest;
    private final Set<String> named;
    private final RecomputedRating rating;
    private final Consumer<Difference> each;
    private int told;

    RecomputedFiles(Path folder, Manifest manifest, RecomputedRating rating, Consumer<Difference> each)
            throws IOException {
        this.folder = folder;
        this.aside = Files.createTempDirectory("mera-verify-");
        this.manifest = manifest;
        this.named = manifest.outputs().stream().map(SealedFile::path).collect(Collectors.toSet());
        this.rating = rating;
        this.each = difference -> {
            told++;
            each.accept(difference);
        };
    }

    /** Goes through a file whose bytes differ. */
    private interface Reading {
        void tell(Path sealed, Path recomputed) throws IOException;
    }

    /** Compares what follows from the scores. */
    void compareRanking() throws IOException {
        Methodology methodology = rating.methodology();
        String identity = Headings.identity(methodology.identification());
        compareCsv(
                "ranking.csv",
                out -> RankingCsv.write(methodology, rating.ranking(), out),
                CsvInput::data,
                Set.of(identity));
        compare(
                RecomputedRating.RANKING_JSON,
                out -> RankingJson.write(
                        methodology, manifest.year(), rating.counts(), rating.facts(), rating.layers(), out),
                (published, recomputed) -> JsonDifferences.tell(
                        RecomputedRating.RANKING_JSON, published, recomputed, methodology, this::tell));
        compareCounts(manifest.counts(), rating.counts());
    }

    private void compareCounts(Counts sealed, Counts recomputed) {
        compareCount("registered", sealed.registered(), recomputed.registered());
        compareCount("handed_in", sealed.handedIn(), recomputed.handedIn());
        compareCount("accepted", sealed.accepted(), recomputed.accepted());
        compareCount("rejected", sealed.rejected(), recomputed.rejected());
        compareCount("warned", sealed.warned(), recomputed.warned());
        compareCount("ranked", sealed.ranked(), recomputed.ranked());
        compareCount("withdrawn", sealed.withdrawn(), recomputed.withdrawn());
    }

    private void compareCount(String name, int sealed, int recomputed) {
        if (sealed != recomputed) {
            tell(new Difference(
                    OutputSet.MANIFEST, "counts, " + name + ": stands " + sealed + ", recomputed " + recomputed));
        }
    }

    /** Without the files that were handed in, problems.csv can only be counted: ranking.json says how many each company has. */
    void countProblems() throws IOException {
        Path file = folder.resolve(PROBLEMS);
        if (!Files.isRegularFile(file)) {
            return;
        }
        Map<String, Integer> errors = new HashMap<>();
        Map<String, Integer> warnings = new HashMap<>();
        try (CsvInput csv = CsvInput.data(Files.newInputStream(file))) {
            while (csv.hasNext()) {
                CsvInput.Line line = csv.next();
                boolean error = line.cell(SEVERITY).equals(Severity.ERROR.word());
                (error ? errors : warnings).merge(line.cell(IDENTITY), 1, Integer::sum);
            }
        }
        for (KnownCompany company : rating.known().companies()) {
            countProblems(company, "errors", company.errors(), errors);
            countProblems(company, "warnings", company.warnings(), warnings);
        }
    }

    private void countProblems(KnownCompany company, String name, int expected, Map<String, Integer> counted) {
        int found = counted.getOrDefault(company.id(), 0);
        if (found != expected) {
            tell(new Difference(
                    PROBLEMS,
                    company.id() + ": has " + found + " " + name + ", " + expected + " in "
                            + RecomputedRating.RANKING_JSON));
        }
    }

    /** Compares what follows from the files that were handed in. */
    void compareProblems() throws IOException {
        Methodology methodology = rating.methodology();
        Identification identification = methodology.identification();
        Locale language = Locale.forLanguageTag(manifest.language());
        List<Problem> problems = rating.known().problems();
        compareCsv(
                PROBLEMS,
                out -> ProblemsCsv.write(problems.iterator(), language, Headings.identity(identification), out),
                CsvInput::data,
                Set.of());
        compareCsv(
                SealedInputs.REGISTER,
                out -> SealedInputs.writeRegister(
                        identification, rating.known().register().iterator(), out),
                CsvInput::data,
                Set.of(Headings.identity(identification)));
        compareCsv(
                VERIFICATION,
                out -> VerificationCsv.write(
                        methodology, rating.toVerify(), rating.facts().record().verifications(), language, out),
                CsvInput::data,
                Set.of());
        SortedMap<String, List<Problem>> returns = returns(problems);
        for (SealedFile sealed : manifest.outputs()) {
            if (sealed.path().startsWith(RETURNS) && !returns.containsKey(sealed.path())) {
                tell(new Difference(sealed.path(), "nothing gives it: the company has no problem"));
            }
        }
        for (var ofOne : returns.entrySet()) {
            compareCsv(
                    ofOne.getKey(),
                    out -> ReturnsCsv.write(ofOne.getValue(), language, identification, out),
                    CsvInput::excel,
                    Set.of());
        }
    }

    private static SortedMap<String, List<Problem>> returns(List<Problem> problems) {
        SortedMap<String, List<Problem>> returns = new TreeMap<>(CodePoints.ORDER);
        for (Problem problem : problems) {
            if (!problem.company().isEmpty()) {
                String name = RETURNS + FileNames.of(problem.company()) + ".csv";
                returns.computeIfAbsent(name, any -> new ArrayList<>()).add(problem);
            }
        }
        return returns;
    }

    private void compareCsv(
            String name, ComparingStream.Content content, Function<InputStream, CsvInput> reading, Set<String> keyed)
            throws IOException {
        compare(
                name,
                content,
                (published, recomputed) ->
                        CsvDifferences.tell(name, published, recomputed, reading, keyed, this::tell));
    }

    private void compare(String name, ComparingStream.Content content, Reading reading) throws IOException {
        Path sealed = folder.resolve(name);
        if (name.startsWith(RETURNS) && !named.contains(name)) {
            tell(new Difference(name, "belongs to the set, but the manifest does not name it"));
        }
        if (!Files.isRegularFile(sealed)) {
            return; // the manifest's check has told it
        }
        int line;
        try (InputStream in = Files.newInputStream(sealed)) {
            line = ComparingStream.firstDifferentLine(in, content);
        }
        if (line == 0) {
            return;
        }
        int before = told;
        Path recomputed = aside.resolve("recomputed");
        try (OutputStream out = Files.newOutputStream(recomputed)) {
            content.write(out);
        }
        try {
            reading.tell(sealed, recomputed);
        } catch (JacksonException e) {
            tell(new Difference(name, "cannot be understood: " + e.getMessage()));
        }
        if (told == before) {
            tell(new Difference(name, line, "is written in another way from here on"));
        }
    }

    private void tell(Difference difference) {
        each.accept(difference);
    }

    @Override
    public void close() throws IOException {
        Folders.deleteTree(aside);
    }
}
