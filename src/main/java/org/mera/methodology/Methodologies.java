package org.mera.methodology;

import java.nio.file.Path;

/** STAND-IN: the loader of methodologies is written elsewhere. */
@SuppressWarnings("DoNotCallSuggester")
public final class Methodologies {

    private Methodologies() {}

    public static Methodology load(Path file) {
        throw new MethodologyException(file + ": no methodology can be loaded yet");
    }

    public static Methodology bundled(String id) {
        throw new MethodologyException(id + ": no methodology can be loaded yet");
    }
}
