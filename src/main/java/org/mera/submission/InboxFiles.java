package org.mera.submission;

import java.nio.file.Path;
import java.util.List;

/** STAND-IN: written elsewhere. */
@SuppressWarnings("DoNotCallSuggester")
public final class InboxFiles {

    private InboxFiles() {}

    public static List<String> list(Path inbox) {
        throw new InboxException(inbox + ": not built in yet");
    }
}
