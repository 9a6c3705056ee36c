package org.mera.database;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** One hold on the server of a home; any number may be open in a process. */
final class EmbeddedServer implements DatabaseServer {

    private final SharedServer server;
    private final DatabaseAccess access;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedServer(SharedServer server, DatabaseAccess access) {
        this.server = server;
        this.access = access;
    }

    static EmbeddedServer open(Path folder) {
        SharedServer server = SharedServer.of(Home.prepare(folder));
        return new EmbeddedServer(server, server.acquire());
    }

    @Override
    public DatabaseAccess access() {
        return access;
    }

    @Override
    public boolean embedded() {
        return true;
    }

    @Override
    public boolean revive() {
        return !closed.get() && server.revive();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.release();
        }
    }
}
