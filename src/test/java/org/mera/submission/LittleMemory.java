package org.mera.submission;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.mera.methodology.Methodologies;

/** Checks a file in a process of its own, whose memory is bounded, and prints what came of it in a line. */
final class LittleMemory {

    private LittleMemory() {}

    public static void main(String[] args) {
        Path file = Path.of(args[0]);
        FileChecks checks = new FileChecks(Methodologies.bundled("anti-corruption-rating"), Clock.systemUTC());
        try {
            CheckedFiles found = checks.check(
                    List.of(new InboxFile(
                            Objects.requireNonNull(file.toAbsolutePath().getParent()),
                            file.getFileName().toString())),
                    List.of(),
                    2025,
                    null,
                    new CheckLimits(300_000, 100_000, 4L << 20));
            System.out.println(found.problems().stream()
                    .map(problem -> problem.line() + " " + problem.code().code())
                    .distinct()
                    .limit(3)
                    .toList());
        } catch (TooMuchToCheckException e) {
            System.out.println(e.getMessage());
        }
    }
}
