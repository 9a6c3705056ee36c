package org.mera.batch;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mera.cycle.CycleBusyException;
import org.mera.database.DatabaseException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** A fault of the database that may pass, so that the same may succeed a little later. */
enum Trouble {

    /** It restarts, cannot be reached, or has no place free. */
    SERVER_AWAY,

    /** Its disk or its memory is full. */
    NO_ROOM,

    /** Two were in each other's way. */
    CONTENTION;

    private static final Duration LONGEST_FOR_ROOM = Duration.ofSeconds(30);
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final Set<String> IN_EACH_OTHERS_WAY = Set.of("40001", "40P01", "55P03");

    /** {@return how long it is waited out, where a server that is away is waited for so long} */
    Duration patience(Duration forServer) {
        return this == SERVER_AWAY || forServer.compareTo(LONGEST_FOR_ROOM) < 0 ? forServer : LONGEST_FOR_ROOM;
    }

    /** {@return what passing fault this failure comes from} None where it would fail again, or where the waiting is over already. */
    static Optional<Trouble> of(Throwable failure) {
        boolean connectionWanted = false;
        for (Throwable cause = failure; cause != null; cause = Causes.beneath(cause)) {
            if (cause instanceof ChunkFailedException
                    || cause instanceof CycleBusyException
                    || cause instanceof DatabaseException) {
                return Optional.empty();
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                // The server's own word counts, whatever Spring makes of it: a statement that took too long is no
                // passing fault.
                return ofState(sql.getSQLState());
            }
            connectionWanted |= cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof TransientDataAccessException
                    || isOfAClosedConnection(cause);
        }
        return connectionWanted ? Optional.of(SERVER_AWAY) : Optional.empty();
    }

    /** The pool's own word for a connection that it gave up because it was lost; it comes without an SQLSTATE. */
    private static boolean isOfAClosedConnection(@Nullable Throwable failure) {
        return failure instanceof SQLException && "Connection is closed".equals(failure.getMessage());
    }

    private static Optional<Trouble> ofState(String state) {
        if (state.startsWith("08") || state.startsWith("57P") || state.equals(TOO_MANY_CONNECTIONS)) {
            return Optional.of(SERVER_AWAY);
        }
        if (state.startsWith("53")) {
            return Optional.of(NO_ROOM);
        }
        return IN_EACH_OTHERS_WAY.contains(state) ? Optional.of(CONTENTION) : Optional.empty();
    }
}
