package org.mera.database;

import java.nio.file.Path;
import java.util.Map;

/**
 * One user's hold on the PostgreSQL server of a home. Open it before the first connection and close it after the last:
 * the embedded server runs for as long as any process holds it, and the last one out stops it.
 *
 * <p>A process that dies without closing leaves the server running; the next one to open the home adopts it. Nothing
 * here reacts to signals: whoever holds the server closes it when its own work has ended. Opening a home again, also in
 * the process that holds it already, starts a server that has died meanwhile, on its old port where that is free.
 */
public sealed interface DatabaseServer extends AutoCloseable permits EmbeddedServer, ExternalServer {

    /**
     * Names the external server if {@code MERA_DATABASE_URL} is set (with {@code MERA_DATABASE_USER} and
     * {@code MERA_DATABASE_PASSWORD}), else starts the embedded server of the home or attaches to it.
     *
     * @param home the folder of the embedded database, made if missing; not touched when the server is external
     * @param environment the process's environment
     * @throws DatabaseException if no server can be reached; a server that accepts connections otherwise
     */
    static DatabaseServer open(Path home, Map<String, String> environment) {
        return ExternalServer.configured(environment)
                .<DatabaseServer>map(ExternalServer::reached)
                .orElseGet(() -> EmbeddedServer.open(home));
    }

    /** {@return how to connect} The embedded server's port holds while this is open, unless the server died. */
    DatabaseAccess access();

    /** {@return whether the server lives in the home} */
    boolean embedded();

    /**
     * Starts the embedded server again, on its old port where that is free, if it has ended while it was held; to be called by who finds it gone. An
     * external server is somebody else's to start.
     *
     * @return whether it had ended and was started
     * @throws DatabaseException if it cannot be started
     */
    boolean revive();

    /**
     * Gives up the hold and stops the embedded server if nobody else holds it; does nothing to an external server. May
     * be repeated.
     *
     * @throws DatabaseException if the server does not stop
     */
    @Override
    void close();
}
