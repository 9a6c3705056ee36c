package org.mera.cycle;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mera.methodology.Methodology;
import org.mera.methodology.ScoreClass;

/**
 * All that a run is told: the job file with the command line's options over it.
 *
 * @param out       the folder that gets a folder for each year
 * @param cutoff    the last date a cited document may bear; null: the day of the cycle's first run
 * @param language  of reports and of the problems' sentences, Russian or English
 * @param chunkSize how many companies a chunk has
 * @param reports   whether the committee's papers, PDFs and workbook, are made
 * @param paperSources what the PDFs are printed by
 * @param classes   from the highest to the lowest; empty: the methodology's
 * @param jobText   the job file, as it was read
 * @param terms     what the job says of its classes and its experts besides
 */
public record RunSettings(
        MethodologySource methodology,
        int year,
        Path inbox,
        Path out,
        @Nullable LocalDate cutoff,
        Locale language,
        int chunkSize,
        int threads,
        boolean reports,
        PaperSources paperSources,
        List<ScoreClass> classes,
        String jobText,
        String jobName,
        JobTerms terms) {

    public RunSettings {
        classes = List.copyOf(classes);
    }

    /** {@return the same with or without the committee's papers} */
    public RunSettings withReports(boolean newReports) {
        return new RunSettings(
                methodology,
                year,
                inbox,
                out,
                cutoff,
                language,
                chunkSize,
                threads,
                newReports,
                paperSources,
                classes,
                jobText,
                jobName,
                terms);
    }

    /** Settings of a job that says nothing besides. */
    public RunSettings(
            MethodologySource methodology,
            int year,
            Path inbox,
            Path out,
            @Nullable LocalDate cutoff,
            Locale language,
            int chunkSize,
            int threads,
            boolean reports,
            PaperSources paperSources,
            List<ScoreClass> classes,
            String jobText,
            String jobName) {
        this(
                methodology,
                year,
                inbox,
                out,
                cutoff,
                language,
                chunkSize,
                threads,
                reports,
                paperSources,
                classes,
                jobText,
                jobName,
                JobTerms.NONE);
    }

    /** {@return the methodology, read anew, with the job's classes over it} */
    public Methodology loadMethodology() {
        Methodology loaded = methodology.load();
        return classes.isEmpty() ? loaded : loaded.withClasses(classes, terms.classesVersion());
    }
}
