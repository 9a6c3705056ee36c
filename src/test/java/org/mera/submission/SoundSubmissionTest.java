package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.csv.Problem;
import org.mera.methodology.Methodologies;
import org.mera.methodology.Methodology;
import org.mera.scoring.Assessment;

/** Any submission that the forms allow is accepted, and its total is the sum of its cells. */
class SoundSubmissionTest {

    private static final int YEAR = 2025;
    private static final LocalDate CUTOFF = LocalDate.of(2026, 5, 31);
    private static final Methodology METHODOLOGY = Methodologies.bundled("anti-corruption-rating");

    private final Path folder;
    private final BothCheckers checkers = new BothCheckers(METHODOLOGY, YEAR, CUTOFF);

    SoundSubmissionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void isAcceptedHoweverItIsWritten() throws IOException {
        for (long seed = 0; seed < 600; seed++) {
            SoundSubmission sound = new SoundSubmission(seed, METHODOLOGY, YEAR, CUTOFF);

            Submission submission = checked(seed, sound);

            assertThat(errors(submission)).as("seed %d", seed).isEmpty();
            assertThat(submission.status()).as("seed %d", seed).isEqualTo(Submission.Status.ACCEPTED);
            Table counting = submission.counting().orElseThrow();
            assertThat(counting.lines().stream().map(TableLine::scores).toArray(int[][]::new))
                    .as("seed %d", seed)
                    .isDeepEqualTo(sound.units());
            assertThat(Assessment.of(METHODOLOGY, counting).result(METHODOLOGY).total())
                    .as("seed %d", seed)
                    .isEqualTo(Arrays.stream(sound.units())
                            .flatMapToInt(Arrays::stream)
                            .sum());
        }
    }

    private static List<String> errors(Submission submission) {
        return submission.problems().stream()
                .filter(Problem::isError)
                .map(problem -> problem.file() + ":" + problem.line() + ": " + problem.message(Locale.ENGLISH))
                .toList();
    }

    private Submission checked(long seed, SoundSubmission sound) throws IOException {
        Path inbox = Files.createDirectory(folder.resolve(Long.toString(seed)));
        List<InboxFile> files = new ArrayList<>();
        Files.write(inbox.resolve("companies.csv"), SoundSubmission.register(seed, List.of(sound)));
        files.add(new InboxFile(inbox, "companies.csv"));
        Files.createDirectory(inbox.resolve(sound.inn()));
        for (Map.Entry<String, byte[]> file : sound.files().entrySet()) {
            Files.write(inbox.resolve(file.getKey()), file.getValue());
            files.add(new InboxFile(inbox, file.getKey()));
        }
        MemoryInbox memory = MemoryInbox.scan(METHODOLOGY, files);
        assertThat(memory.problems().stream().map(problem -> problem.file() + ": " + problem.message(Locale.ENGLISH)))
                .as("seed %d", seed)
                .isEmpty();
        List<Submission> submissions = new ArrayList<>();
        memory.forEachCompany(file -> submissions.add(checkers.check(file)));
        assertThat(submissions).as("seed %d", seed).hasSize(1);
        return submissions.get(0);
    }
}
