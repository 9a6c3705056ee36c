package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.methodology.Methodologies;
import org.mera.sample.SampleInbox;
import org.mera.sample.SampleOptions;
import org.mera.seal.Difference;
import org.mera.seal.Proof;
import org.mera.seal.Recomputation;
import org.mera.seal.SealedFile;

/** A published set proves itself on another machine, and whatever was tampered with is found, with its place. */
class VerifyIT {

    private static final int COMPANIES = 40;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path published;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path copy;

    @BeforeAll
    static void publish() throws IOException {
        new SampleInbox()
                .write(
                        published.resolve("inbox"),
                        new SampleOptions(COMPANIES, RatingHome.YEAR, 17, 25),
                        Methodologies.bundled("anti-corruption-rating"),
                        done -> {});
        try (RatingHome home = new RatingHome(published.resolve("home"))) {
            copyTree(published.resolve("inbox"), home.inbox());
            RunSummary summary = home.run();
            assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
            copyTree(home.out(), published.resolve("set"));
        }
    }

    @Test
    void findsNothingInWhatWasPublished() throws IOException {
        copyTree(published, copy);

        assertThat(differences(true)).isEmpty();
        assertThat(differences(false)).isEmpty();
    }

    private List<String> differences(boolean withInbox) {
        List<String> differences = new ArrayList<>();
        Proof proof = Recomputation.of(
                copy.resolve("set"),
                withInbox ? copy.resolve("inbox") : null,
                difference -> differences.add(difference.toString()));
        assertThat(proof.differences()).isEqualTo(differences.size());
        assertThat(proof.companies()).isEqualTo(COMPANIES);
        return differences;
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
