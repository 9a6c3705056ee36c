package org.mera.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param registered   companies in the register
 * @param handedIn     of them, with a submission
 * @param warned       companies with a warning
 * @param withdrawn    companies that the committee has taken out of the rating
 * @param rejectedAndWithdrawn of the rejected, those that are withdrawn
 * @param reassessed   companies assessed in this run, of {@code companies}
 * @param printed      reports printed in this run, of {@code reports}; the others are as they were
 * @param failed       the chunks that are failed still; with one or more nothing is ranked
 * @param causes       why it failed, each cause once; empty where it did not
 * @param problems     how many of each code
 * @param folder       where the files are: {@code OUT/YEAR}
 * @param files        their names, relative to the folder; empty where a failed run wrote none
 * @param messages     sentences for the operator, told before the last line
 */
public record RunSummary(
        int year,
        int revision,
        Outcome outcome,
        int registered,
        int handedIn,
        int accepted,
        int rejected,
        int warned,
        int ranked,
        int withdrawn,
        int rejectedAndWithdrawn,
        int reassessed,
        int companies,
        int printed,
        int reports,
        List<RunStatus.FailedChunk> failed,
        List<String> causes,
        int errors,
        int warnings,
        Map<String, Integer> problems,
        Path folder,
        List<String> files,
        Duration duration,
        List<String> messages) {

    /** How a run ended. */
    public enum Outcome {
        COMPLETED,
        /** Nothing had changed since the last complete run; its files are in place. */
        UNCHANGED,
        FAILED
    }

    public RunSummary {
        failed = List.copyOf(failed);
        causes = List.copyOf(causes);
        problems = Map.copyOf(problems);
        files = List.copyOf(files);
        messages = List.copyOf(messages);
    }

    /** {@return whether all failed chunks are of reports} Then the companies are ranked, and only the papers are missing. */
    public boolean failedInReportsOnly() {
        return !failed.isEmpty()
                && failed.stream().allMatch(chunk -> chunk.step().equals(ReportStep.NAME));
    }

    /** {@return how many chunks are failed still} */
    public int failedChunks() {
        return failed.size();
    }
}
