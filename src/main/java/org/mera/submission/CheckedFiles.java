package org.mera.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Problem;

/**
 * What the checks found in files that are in no inbox yet.
 *
 * @param files     how many were read
 * @param companies how many have a Table among them
 * @param accepted  of them, without an error
 * @param year      against which they were checked; null where no Table names one and none was given
 * @param register  whether a register is among the files
 * @param documents whether a list of documents is among the files
 * @param problems  in their order, files named as the user finds them
 */
public record CheckedFiles(
        int files,
        int companies,
        int accepted,
        @Nullable Integer year,
        boolean register,
        boolean documents,
        List<Problem> problems) {

    public CheckedFiles {
        problems = List.copyOf(problems);
    }

    public long errors() {
        return problems.stream().filter(Problem::isError).count();
    }

    public long warnings() {
        return problems.size() - errors();
    }
}
