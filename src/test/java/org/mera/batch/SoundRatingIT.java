package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.methodology.Methodologies;
import org.mera.methodology.Methodology;
import org.mera.submission.SoundSubmission;

/** The whole job ranks what was handed in by sums that are reckoned here once more, in another way. */
class SoundRatingIT {

    private static final int COMPANIES = 60;

    private final Path folder;

    SoundRatingIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void ranksByTheSumsOfTheCells() {
        Methodology methodology = Methodologies.bundled("anti-corruption-rating");
        List<SoundSubmission> submissions = new ArrayList<>();
        for (long seed = 10_000; submissions.size() < COMPANIES; seed++) {
            submissions.add(new SoundSubmission(seed, methodology, RatingHome.YEAR, RatingHome.CUTOFF));
        }
        try (RatingHome home = new RatingHome(folder)) {
            home.write("companies.csv", SoundSubmission.register(1, submissions));
            submissions.forEach(submission -> submission.files().forEach(home::write));

            RunSummary summary = home.chunkSize(7).run();

            assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
            assertThat(summary.errors()).isZero();
            assertThat(summary.accepted()).isEqualTo(COMPANIES);
            assertThat(home.lines("ranking.csv").stream().map(SoundRatingIT::scored))
                    .containsExactlyElementsOf(expected(submissions));
        }
    }

    /** {@return rank, INN, the columns, the total and the indicator of a line of ranking.csv} */
    private static String scored(String line) {
        List<String> fields = List.of(line.split(",", -1));
        return fields.get(0) + "," + fields.get(1) + "," + String.join(",", fields.subList(6, 12));
    }

    private static List<String> expected(List<SoundSubmission> submissions) {
        List<SoundSubmission> ordered = new ArrayList<>(submissions);
        ordered.sort(Comparator.comparing(SoundRatingIT::total).reversed().thenComparing(SoundSubmission::inn));
        List<String> lines = new ArrayList<>();
        for (SoundSubmission submission : ordered) {
            long better = ordered.stream()
                    .filter(other -> total(other).compareTo(total(submission)) > 0)
                    .count();
            StringBuilder line =
                    new StringBuilder().append(better + 1).append(',').append(submission.inn());
            for (int column = 0; column < 4; column++) {
                line.append(',').append(sum(submission, column));
            }
            BigDecimal indicator = total(submission)
                    .multiply(BigDecimal.valueOf(100))
                    .divide(BigDecimal.valueOf(200), 2, RoundingMode.UNNECESSARY);
            lines.add(line.append(',')
                    .append(total(submission))
                    .append(',')
                    .append(indicator)
                    .toString());
        }
        return lines;
    }

    private static BigDecimal total(SoundSubmission submission) {
        BigDecimal total = BigDecimal.ZERO;
        for (int column = 0; column < 4; column++) {
            total = total.add(sum(submission, column));
        }
        return total;
    }

    private static BigDecimal sum(SoundSubmission submission, int column) {
        int halves =
                Arrays.stream(submission.units()).mapToInt(line -> line[column]).sum();
        return new BigDecimal(halves).multiply(new BigDecimal("0.5"));
    }
}
