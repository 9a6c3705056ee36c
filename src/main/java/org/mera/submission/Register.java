package org.mera.submission;

import java.util.Collection;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;

/** STAND-IN: written elsewhere. */
public final class Register {

    private Register() {}

    public static Problem noSubmission(RegisterEntry entry, Collection<String> rejected) {
        return Problem.of(ProblemCode.NO_SUBMISSION, entry.file(), rejected.size());
    }
}
