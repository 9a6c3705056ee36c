package org.mera.batch;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mera.csv.ProblemCode;
import org.mera.submission.ChangedDuringRunException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** What a technical failure comes from, for an operator to read and for the job to judge. */
final class Causes {

    /** Connection lost, serialization failure, deadlock, resources, lock not available, server shutting down or starting. */
    private static final Set<String> TRANSIENT_STATES = Set.of("40001", "40P01", "55P03");

    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "53");

    private Causes() {}

    /** {@return whether the same may succeed a little later} */
    static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = beneath(cause)) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof TransientDataAccessException
                    || (cause instanceof SQLException sql
                            && (isTransient(sql.getSQLState()) || isOfAClosedConnection(sql)))) {
                return true;
            }
        }
        return false;
    }

    /** The pool's own word for a connection that it gave up because it was lost; it comes without an SQLSTATE. */
    private static boolean isOfAClosedConnection(SQLException failure) {
        return failure.getSQLState() == null && "Connection is closed".equals(failure.getMessage());
    }

    /** {@return the cause in one line of words} With the company, where it is one company's and known. */
    static String inWords(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = beneath(cause)) {
            if (cause instanceof CompanyFailedException ofCompany) {
                return "company " + ofCompany.company() + ": " + rootInWords(failure);
            }
        }
        return rootInWords(failure);
    }

    private static String rootInWords(Throwable failure) {
        Throwable root = root(failure);
        if (root instanceof IOException io) {
            return ProblemCode.UNREADABLE_FILE.code() + ": " + inWords(io);
        }
        List<String> lines = root.getMessage() == null
                ? List.of()
                : root.getMessage().strip().lines().toList();
        String line = lines.isEmpty() ? "" : lines.get(0);
        // PostgreSQL names there whose row it was.
        String detail = lines.stream()
                .filter(each -> root instanceof SQLException && each.strip().startsWith("Detail: "))
                .map(each -> " (" + each.strip().substring("Detail: ".length()) + ")")
                .findFirst()
                .orElse("");
        return line.isEmpty() ? root.getClass().getSimpleName() : line + detail;
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

    private static boolean isTransient(@Nullable String state) {
        return state != null
                && (TRANSIENT_STATES.contains(state)
                        || state.startsWith("57P")
                        || (state.length() == 5 && TRANSIENT_CLASSES.contains(state.substring(0, 2))));
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = beneath(root); cause != null; cause = beneath(root)) {
            root = cause;
        }
        return root;
    }

    /** A transaction that cannot be rolled back either, because its connection is lost, hides what lost it: that is the cause. */
    private static @Nullable Throwable beneath(Throwable failure) {
        Throwable original =
                failure instanceof TransactionSystemException ended ? ended.getApplicationException() : null;
        Throwable cause = original == null ? failure.getCause() : original;
        return cause == failure ? null : cause;
    }
}
