package org.mera.seal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** A set of outputs that cannot be written or read: one line that names the folder, the cause in words, and what to do. */
public final class OutputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutputException(Path folder, String cause, String remedy) {
        super("Cannot write to " + folder + ": " + cause + "; " + remedy);
    }

    private OutputException(Path folder, String cause, String remedy, IOException origin) {
        super("Cannot write to " + folder + ": " + cause + "; " + remedy, origin);
    }

    static OutputException of(Path folder, IOException origin) {
        String reason = origin instanceof FileSystemException e && e.getReason() != null ? e.getReason() : "";
        if (origin instanceof AccessDeniedException) {
            return new OutputException(folder, "no permission", "allow it or name another folder by --out", origin);
        }
        if (origin instanceof FileAlreadyExistsException
                || origin instanceof NotDirectoryException
                || reason.equals("Not a directory")) {
            String file = String.valueOf(((FileSystemException) origin).getFile());
            return new OutputException(
                    folder,
                    "a file stands where a folder is needed (" + file + ")",
                    "move it away or name another folder by --out",
                    origin);
        }
        if (origin instanceof NoSuchFileException missing) {
            return new OutputException(
                    folder,
                    "the folder " + missing.getFile() + " is not there and cannot be made",
                    "name another folder by --out",
                    origin);
        }
        String text = reason.isEmpty() ? String.valueOf(origin.getMessage()) : reason;
        if (text.contains("No space left")) {
            return new OutputException(folder, "the disk is full", "free some space and run again", origin);
        }
        if (text.contains("Read-only file system")) {
            return new OutputException(folder, "its file system is read-only", "name another folder by --out", origin);
        }
        return new OutputException(folder, text.strip(), "mend it or name another folder by --out", origin);
    }
}
