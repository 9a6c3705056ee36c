package org.mera.cycle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mera.methodology.ScoreClass;

/**
 * A job that an operator turns: {@code jobs/annual-rating.yaml}. Paths in it are relative to it.
 *
 * @param name     as the summary calls it; the file's own name where it gives none
 * @param out      the folder that gets a folder for each year
 * @param cutoff   the last date a cited document may bear; null: the day of the cycle's first run
 * @param paperSources what the PDFs are printed by
 * @param schedule null where the job runs by hand only
 * @param classes  from the highest to the lowest; empty: the methodology's
 * @param text     the file, as it was read
 * @param terms    what it says of its classes and its experts besides
 */
public record JobFile(
        String name,
        MethodologySource methodology,
        int year,
        Path inbox,
        Path out,
        @Nullable LocalDate cutoff,
        Locale language,
        int chunkSize,
        int threads,
        PaperSources paperSources,
        @Nullable Schedule schedule,
        List<ScoreClass> classes,
        String text,
        JobTerms terms) {

    public JobFile {
        classes = List.copyOf(classes);
    }

    /** A job that says nothing besides. */
    public JobFile(
            String name,
            MethodologySource methodology,
            int year,
            Path inbox,
            Path out,
            @Nullable LocalDate cutoff,
            Locale language,
            int chunkSize,
            int threads,
            PaperSources paperSources,
            @Nullable Schedule schedule,
            List<ScoreClass> classes,
            String text) {
        this(
                name,
                methodology,
                year,
                inbox,
                out,
                cutoff,
                language,
                chunkSize,
                threads,
                paperSources,
                schedule,
                classes,
                text,
                JobTerms.NONE);
    }

    /**
     * Reads a job file.
     *
     * @throws JobFileException with all its faults, one a line
     */
    public static JobFile load(Path file) {
        JobFaults faults = new JobFaults(file);
        String text = read(file, faults);
        JobFile job = new JobReader(file, JobYaml.read(text, faults), faults).read(text);
        faults.throwIfAny();
        return job;
    }

    /** {@return what a run of this job is told} The options win over the file. */
    public RunSettings settings(JobOptions options) {
        return new RunSettings(
                methodology,
                Objects.requireNonNullElse(options.year(), year),
                Objects.requireNonNullElse(options.inbox(), inbox),
                Objects.requireNonNullElse(options.out(), out),
                options.cutoff() == null ? cutoff : options.cutoff(),
                Objects.requireNonNullElse(options.language(), language),
                chunkSize,
                threads,
                !options.noReports(),
                paperSources,
                classes,
                text,
                name,
                terms);
    }

    private static String read(Path file, JobFaults faults) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            faults.add("not UTF-8; save it as UTF-8");
        } catch (NoSuchFileException e) {
            faults.add("no such file; name a job file, for example jobs/annual-rating.yaml");
        } catch (IOException e) {
            faults.add("cannot be read (" + (Files.isDirectory(file) ? "it is a folder" : reason(e))
                    + "); name a job file");
        }
        throw faults.exception();
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException ? "no permission" : String.valueOf(e.getMessage());
    }
}
