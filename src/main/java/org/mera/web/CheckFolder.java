package org.mera.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mera.batch.InboxDesk;
import org.mera.csv.Problem;
import org.mera.cycle.JobFile;
import org.mera.cycle.MethodologySource;
import org.mera.methodology.Methodology;
import org.mera.submission.AnnotatedFile;
import org.mera.submission.CheckedFiles;
import org.mera.submission.FileChecks;
import org.mera.submission.InboxFile;
import org.mera.submission.InboxScanner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder in which files lie while they are checked. Closing deletes it. */
final class CheckFolder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CheckFolder.class);

    /** What is checked where the console has no job yet. */
    private static final MethodologySource BROUGHT_ALONG = new MethodologySource.Bundled("anti-corruption-rating");

    /** No name of a file that was sent begins with a dot. */
    private static final String WITH_PROBLEMS = ".with-problems-";

    private final Path path;
    private final List<String> names;

    CheckFolder(Path path, List<String> names) {
        this.path = path;
        this.names = List.copyOf(names);
    }

    Checked check(@Nullable JobFile job, InboxDesk inboxes, Clock clock) {
        Methodology methodology = (job == null ? BROUGHT_ALONG : job.methodology()).load();
        List<InboxFile> files =
                names.stream().map(name -> new InboxFile(path, name)).toList();
        List<InboxFile> registers = job == null || hasRegister(methodology) ? List.of() : inboxes.registers(job.year());
        @Nullable Integer year = job == null ? null : job.year();
        @Nullable LocalDate cutoff = job == null ? null : job.cutoff();
        CheckedFiles found = new FileChecks(methodology, clock).check(files, registers, year, cutoff, Checking.LIMITS);
        return new Checked(job, names, found, !registers.isEmpty());
    }

    private boolean hasRegister(Methodology methodology) {
        InboxScanner scanner = new InboxScanner(methodology);
        try {
            for (String name : names) {
                if (scanner.looksLikeRegister(path, name)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the files with their problems} This folder is theirs then. */
    Returned annotated(Checked checked, Locale language) {
        List<Returned.File> files = new ArrayList<>();
        try {
            for (String name : names) {
                Path target = path.resolve(WITH_PROBLEMS + files.size());
                List<Problem> problems = checked.result().problems().stream()
                        .filter(problem -> problem.file().equals(name))
                        .toList();
                if (!AnnotatedFile.write(path.resolve(name), problems, language, target)) {
                    throw new UploadException(
                            UploadException.Reason.NO_LINES,
                            "«" + name + "» cannot be read, so that it has no lines to say anything of: "
                                    + (problems.isEmpty()
                                            ? "it is empty"
                                            : problems.get(0).message(Locale.ENGLISH)),
                            name,
                            problems.isEmpty() ? "" : problems.get(0).message(language));
                }
                files.add(new Returned.File(name, target));
            }
            return new Returned(files, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Uploads.delete(path);
        } catch (IOException e) {
            log.error("What was sent to be checked cannot be deleted from {}", path, e);
        }
    }
}
