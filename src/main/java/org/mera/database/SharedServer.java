package org.mera.database;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the holds of one process on one home have in common. File locks belong to the process, not to a thread, so
 * within the process the holds are counted.
 */
final class SharedServer {

    private static final Map<Home, SharedServer> SERVERS = new ConcurrentHashMap<>();

    private final Home home;
    private final ServerAccount account;
    private final HomeLocks locks;
    private final ServerControl control;
    private int holds;

    private SharedServer(Home home) {
        this.home = home;
        try {
            this.account = ServerAccount.of(home);
        } catch (IOException e) {
            throw unusable(home, e);
        }
        this.locks = new HomeLocks(home, account);
        this.control = new ServerControl(home, account);
    }

    static SharedServer of(Home home) {
        return SERVERS.computeIfAbsent(home, SharedServer::new);
    }

    synchronized DatabaseAccess acquire() {
        try {
            DatabaseAccess access = locks.guarded(this::entered);
            holds++;
            return access;
        } catch (IOException e) {
            throw unusable(home, e);
        }
    }

    private DatabaseAccess entered() throws IOException {
        if (holds > 0) {
            return control.ensureRunning(true);
        }
        boolean used = !locks.alone();
        locks.enter();
        boolean running = false;
        try {
            DatabaseAccess access = control.ensureRunning(used);
            running = true;
            return access;
        } finally {
            if (!running) {
                locks.leave();
            }
        }
    }

    synchronized void release() {
        holds--;
        if (holds > 0) {
            return;
        }
        SERVERS.remove(home, this);
        try {
            locks.guarded(this::left);
        } catch (IOException e) {
            throw unusable(home, e);
        }
    }

    private boolean left() throws IOException {
        locks.leave();
        boolean last = locks.alone();
        if (last) {
            control.stop();
        }
        return last;
    }

    private static DatabaseException unusable(Home home, IOException e) {
        return new DatabaseException(
                "the database of " + home.root() + " cannot be used: " + Home.reason(e)
                        + "; check the rights and the free space of the home",
                e);
    }
}
