package org.mera.submission;

import java.util.List;
import org.mera.csv.Problem;

/** What a file's header says. */
public sealed interface Header {

    /**
     * The file is of a form.
     *
     * @param warnings the columns that the form does not have
     */
    record Sound(Layout layout, List<Problem> warnings) implements Header {

        public Sound {
            warnings = List.copyOf(warnings);
        }
    }

    /** The file is rejected whole: {@code unknown-header} or {@code missing-column}. */
    record Rejected(Problem problem) implements Header {}
}
