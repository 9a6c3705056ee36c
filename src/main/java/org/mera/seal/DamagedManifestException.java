package org.mera.seal;

import java.nio.file.Path;

/** A manifest that cannot be read: the set it stands for is not valid. */
public final class DamagedManifestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedManifestException(Path file, RuntimeException cause) {
        super(file + " is no manifest or is damaged; run the cycle again", cause);
    }
}
