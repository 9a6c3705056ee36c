package org.mera.cycle;

import java.util.List;

/** A job file that cannot be used; the message has one line a fault: file, line, key, what was found, what is allowed. */
public final class JobFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobFileException(List<String> faults) {
        super(String.join("\n", faults));
    }
}
