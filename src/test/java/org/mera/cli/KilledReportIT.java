package org.mera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mera.cli.MeraProcess.Ended;
import org.mera.cli.MeraProcess.Running;

/** Kills a real process while it prints reports; the next one goes on and comes to the same set. */
@EnabledOnOs(OS.LINUX)
class KilledReportIT {

    private static final List<String> RUN = List.of("run", "job.yaml");

    /** With chunks of two reports, some chunks are done by the time the first of these many files are there. */
    private static final int COMPANIES = 16;

    private static final int PRINTED = 6;

    private final Path folder;

    KilledReportIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void goesOnWithTheReportsThatWerePrinted() throws Exception {
        Path inbox = folder.resolve("inbox");
        RunPlace.fillInbox(inbox, COMPANIES, 0);
        RunPlace undisturbed = RunPlace.create(folder.resolve("undisturbed"), inbox, 2, 2);
        assertThat(undisturbed.run(RUN).code()).isZero();

        RunPlace killed = RunPlace.create(folder.resolve("killed"), inbox, 2, 2);
        Running run = killed.start(RUN);
        try {
            RunPlace.await("some reports", run, () -> printedAside(killed.out()) >= PRINTED);
            RunPlace.kill(run);
        } finally {
            run.process().destroyForcibly();
        }
        assertThat(killed.outputs().hasManifest()).isFalse();
        Ended next = killed.run(RUN);

        assertThat(next.code()).as(next.out() + next.err()).isZero();
        assertThat(texts(killed.out())).isEqualTo(texts(undisturbed.out()));
        SortedMap<String, String> files = killed.outputs().files();
        SortedMap<String, String> expected = undisturbed.outputs().files();
        assertThat(files.keySet()).isEqualTo(expected.keySet());
        for (SortedMap<String, String> each : List.of(files, expected)) {
            each.keySet().removeIf(name -> name.endsWith(".pdf"));
        }
        assertThat(files).isEqualTo(expected);
        killed.outputs().requireValid();
        assertThat(killed.outputs().leftAside()).isEmpty();
        Matcher printed = Pattern.compile("reports +(\\d+) printed of (\\d+)").matcher(next.out());
        assertThat(printed.find()).isTrue();
        assertThat(Integer.parseInt(printed.group(2))).isEqualTo(COMPANIES + 1);
        // Of the last chunks, one for each thread, nobody had said that they were printed.
        assertThat(Integer.parseInt(printed.group(1))).isBetween(1, COMPANIES + 1 - (PRINTED - 4));
        killed.requireNothingLeft();
    }

    /** {@return how many company reports a run that goes on has put aside} */
    private static long printedAside(Path out) {
        if (!Files.isDirectory(out)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(file -> file.toString().contains("companies")
                            && file.toString().endsWith(".pdf"))
                    .count();
        } catch (IOException | UncheckedIOException e) {
            return 0; // It is being changed; the next look will do.
        }
    }

    /** {@return the pages and the text of each paper} */
    private static SortedMap<String, String> texts(Path out) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".pdf")).toList()) {
                try (PDDocument document = Loader.loadPDF(file.toFile())) {
                    texts.put(
                            out.relativize(file).toString(),
                            document.getNumberOfPages() + " pages\n" + new PDFTextStripper().getText(document));
                }
            }
        }
        return texts;
    }
}
