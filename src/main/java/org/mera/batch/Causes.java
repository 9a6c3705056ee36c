package org.mera.batch;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.mera.csv.ProblemCode;
import org.mera.cycle.CycleBusyException;
import org.mera.cycle.CycleException;
import org.mera.database.DatabaseException;
import org.mera.report.PaperException;
import org.mera.seal.OutputException;
import org.mera.submission.ChangedDuringRunException;
import org.springframework.transaction.TransactionSystemException;

/** What a technical failure comes from, for an operator to read. */
final class Causes {

    private static final String DISK_FULL = "53100";

    private Causes() {}

    /** {@return the cause in one line of words} With the company, where it is one company's and known. */
    static String inWords(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = beneath(cause)) {
            if (cause instanceof CompanyFailedException ofCompany) {
                return "company " + ofCompany.company() + ": " + inWordsWithoutCompany(failure);
            }
        }
        return inWordsWithoutCompany(failure);
    }

    private static String inWordsWithoutCompany(Throwable failure) {
        SQLException database = null;
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = beneath(cause)) {
            if (isInWords(cause)) {
                return firstLine(cause);
            }
            if (cause instanceof SQLException sql) {
                database = sql;
            }
            root = cause;
        }
        if (database != null) {
            return inWords(database);
        }
        return root instanceof IOException io
                ? ProblemCode.UNREADABLE_FILE.code() + ": " + inWords(io)
                : firstLine(root);
    }

    /** Says all there is to say; what is beneath is for the log. */
    private static boolean isInWords(Throwable failure) {
        return failure instanceof OutputException
                || failure instanceof DatabaseException
                || failure instanceof PaperException
                || failure instanceof CycleException
                || failure instanceof CycleBusyException;
    }

    private static String inWords(SQLException failure) {
        String words = firstLine(failure) + detail(failure);
        return DISK_FULL.equals(failure.getSQLState()) ? "the database's disk is full: " + words : words;
    }

    /** PostgreSQL names there whose row it was. */
    private static String detail(SQLException failure) {
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        return message.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("Detail: "))
                .map(line -> " (" + line.substring("Detail: ".length()) + ")")
                .findFirst()
                .orElse("");
    }

    private static String firstLine(Throwable failure) {
        String message = failure.getMessage();
        String line = message == null ? "" : message.strip().lines().findFirst().orElse("");
        return line.isEmpty() ? failure.getClass().getSimpleName() : line;
    }

    /** {@return the file that the failure has to do with, relative to the inbox where it is in it} Empty where none. */
    static String file(Path inbox, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = beneath(cause)) {
            if (cause instanceof ChangedDuringRunException changed) {
                return changed.file();
            }
        }
        return root(failure) instanceof FileSystemException file && file.getFile() != null
                ? withinInbox(inbox, Path.of(file.getFile()))
                : "";
    }

    private static String withinInbox(Path inbox, Path file) {
        Path folder = inbox.toAbsolutePath().normalize();
        Path path = file.toAbsolutePath().normalize();
        return path.startsWith(folder)
                ? folder.relativize(path).toString().replace(File.separatorChar, '/')
                : file.toString();
    }

    private static String inWords(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            // What Java puts for bytes that are no text: by such a name no file can be opened.
            return String.valueOf(failure.getMessage()).indexOf('\uFFFD') < 0
                    ? failure.getMessage() + " is not there, or is a link that leads nowhere"
                    : failure.getMessage() + " has a name that is not UTF-8; rename it";
        }
        if (failure instanceof AccessDeniedException) {
            return failure.getMessage() + " may not be read: permission denied";
        }
        if (failure instanceof FileSystemLoopException) {
            return failure.getMessage() + " is a link to itself";
        }
        return String.valueOf(failure.getMessage());
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = beneath(root); cause != null; cause = beneath(root)) {
            root = cause;
        }
        return root;
    }

    /** A transaction that cannot be rolled back either, because its connection is lost, hides what lost it: that is the cause. */
    static @Nullable Throwable beneath(Throwable failure) {
        Throwable original =
                failure instanceof TransactionSystemException ended ? ended.getApplicationException() : null;
        Throwable cause = original == null ? failure.getCause() : original;
        return cause == failure ? null : cause;
    }
}
