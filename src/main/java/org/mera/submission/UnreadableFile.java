package org.mera.submission;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;

/** A file that cannot be opened or read: a technical failure, not a fault of what was handed in. */
public final class UnreadableFile {

    private UnreadableFile() {}

    /** {@return the problem {@code unreadable-file} of a file, with the cause in words} */
    public static Problem problem(String file, IOException cause) {
        Problem problem = Problem.of(ProblemCode.UNREADABLE_FILE, file, 1);
        if (cause instanceof AccessDeniedException) {
            return problem.withVariant("denied");
        }
        if (cause instanceof NoSuchFileException) {
            return problem.withVariant("missing");
        }
        if (cause instanceof NotARegularFileException) {
            return problem.withVariant("special");
        }
        return problem.withDetails(reason(cause));
    }

    /** Refuses what would block or never end: a pipe, a device, a folder. */
    static void requireRegular(Path path) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new NotARegularFileException(path.toString());
        }
    }

    static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException denied) {
            return "permission denied: " + denied.getFile();
        }
        if (cause instanceof FileSystemException fault && fault.getReason() != null) {
            return fault.getReason() + ": " + fault.getFile();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static final class NotARegularFileException extends FileSystemException {

        private static final long serialVersionUID = 1L;

        NotARegularFileException(String file) {
            super(file, null, "not a regular file");
        }
    }
}
