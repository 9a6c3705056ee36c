package org.mera.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mera.methodology.Methodology;

/**
 * Writes an invented inbox of any size, for trying out and for benchmarks: the register, then bulk files of a thousand companies each. A small
 * inbox (up to 200 companies) has a folder for most companies, some of which score themselves too, and bulk files for the rest.
 */
public final class SampleInbox {

    /** A company that has a fault: known to tests only, so that nobody else takes the answers for the exercise. */
    record Faulty(String id, Fault fault) {}

    /**
     * Writes the inbox. The same options and methodology give the same bytes.
     *
     * @param folder        made where it is missing; must be empty
     * @param companiesDone told from time to time how many companies are written
     * @throws UncheckedIOException when the folder is not empty (its cause is a {@link DirectoryNotEmptyException}) or cannot be written
     */
    public void write(Path folder, SampleOptions options, Methodology methodology, IntConsumer companiesDone) {
        try {
            Files.createDirectories(folder);
            refuseIfNotEmpty(folder);
            new SampleRun(folder, options, new Blueprint(methodology), companiesDone).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return which companies of such a sample are faulty, and how} */
    List<Faulty> faulty(SampleOptions options, Methodology methodology) {
        SampleRun run = new SampleRun(Path.of(""), options, new Blueprint(methodology), done -> {});
        return IntStream.rangeClosed(1, options.companies())
                .filter(run::isFaulty)
                .mapToObj(number -> new Faulty(run.company(number).id(), run.fault(number)))
                .toList();
    }

    private static void refuseIfNotEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw new DirectoryNotEmptyException(folder.toString());
            }
        }
    }
}
