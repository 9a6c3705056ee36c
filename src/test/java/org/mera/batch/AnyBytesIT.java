package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.csv.Problem;
import org.mera.export.ProblemsCsv;
import org.mera.methodology.Methodologies;
import org.mera.methodology.Methodology;
import org.mera.sample.SampleInbox;
import org.mera.sample.SampleOptions;
import org.mera.submission.Checker;
import org.mera.submission.InboxFile;
import org.mera.submission.InboxFiles;
import org.mera.submission.MemoryInbox;
import org.mera.submission.SpoiltFiles;

/** The whole job over files of any bytes: it ends, and says byte for byte what the checks say without a database. */
class AnyBytesIT {

    private static final Methodology METHODOLOGY = Methodologies.bundled("anti-corruption-rating");

    private final Path folder;

    AnyBytesIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void saysWhatTheChecksSayWithoutADatabase() throws IOException {
        try (RatingHome home = new RatingHome(folder)) {
            Files.delete(home.inbox().resolve("companies.csv"));
            Files.delete(home.inbox());
            new SampleInbox()
                    .write(home.inbox(), new SampleOptions(30, RatingHome.YEAR, 11, 30), METHODOLOGY, done -> {});
            List<byte[]> sound = new ArrayList<>();
            try (Stream<Path> files = Files.walk(home.inbox())) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    sound.add(Files.readAllBytes(file));
                }
            }
            SpoiltFiles spoilt = new SpoiltFiles(2025, sound);
            for (int i = 0; i < 1_500; i++) {
                home.write("spoilt/" + i + ".csv", spoilt.next());
            }

            RunSummary summary = home.chunkSize(10).run();

            assertThat(summary.messages()).isEmpty();
            assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
            assertThat(home.output("problems.csv")).isEqualTo(withoutADatabase(home));
        }
    }

    private static String withoutADatabase(RatingHome home) throws IOException {
        MemoryInbox inbox = MemoryInbox.scan(
                METHODOLOGY,
                InboxFiles.list(home.inbox()).stream()
                        .map(file -> new InboxFile(home.inbox(), file))
                        .toList());
        Checker checker = new Checker(METHODOLOGY, RatingHome.YEAR, RatingHome.CUTOFF);
        List<Problem> problems = new ArrayList<>(inbox.problems());
        inbox.forEachCompany(file -> problems.addAll(checker.check(file)
                .withAbsence(file, inbox.rejectedFilesOf(file.company()))
                .problems()));
        problems.sort(Problem.ORDER);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProblemsCsv.write(problems.iterator(), home.settings().language(), "inn", out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
