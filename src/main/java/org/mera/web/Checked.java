package org.mera.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.cycle.JobFile;
import org.mera.submission.CheckedFiles;

/**
 * What a check has found in files that were sent.
 *
 * @param job      by whose terms they were checked; null: by those of the methodology that Mera brings along
 * @param names    by which problems speak of the files
 * @param register whether companies were looked up in the cycle's register, as none was among the files
 */
record Checked(@Nullable JobFile job, List<String> names, CheckedFiles result, boolean register) {

    Checked {
        names = List.copyOf(names);
    }
}
