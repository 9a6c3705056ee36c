package org.mera.database;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the holds of one process on one home have in common. File locks belong to the process, not to a thread, so
 * within the process the holds are counted.
 */
final class SharedServer {

    private static final Map<Home, SharedServer> SERVERS = new ConcurrentHashMap<>();

    private final Home home;
    private @Nullable Hold hold;
    private int holds;

    private SharedServer(Home home) {
        this.home = home;
    }

    /** One for each home and for good: a second one would be locked out by the first one's file locks. */
    static SharedServer of(Home home) {
        return SERVERS.computeIfAbsent(home, SharedServer::new);
    }

    synchronized DatabaseAccess acquire() {
        try {
            Hold current = hold == null ? Hold.on(home) : hold;
            DatabaseAccess access = current.locks.guarded(() -> hold == null ? current.enter() : current.stay());
            hold = current;
            holds++;
            return access;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** {@return whether the server had ended and was started again} */
    synchronized boolean revive() {
        Hold current = hold;
        if (current == null) {
            return false;
        }
        try {
            return current.locks.guarded(() -> current.control.restartEnded());
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    synchronized void release() {
        holds--;
        if (holds > 0 || hold == null) {
            return;
        }
        Hold last = hold;
        hold = null;
        try {
            last.locks.guarded(last::leave);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private DatabaseException unusable(IOException e) {
        return new DatabaseException(
                "the database of " + home.root() + " cannot be used: " + Home.reason(e)
                        + "; check the rights and the free space of the home",
                e);
    }

    /** This process's hold, from its first user's coming to its last one's going; all of it under the guard. */
    private record Hold(HomeLocks locks, ServerControl control) {

        static Hold on(Home home) throws IOException {
            ServerAccount account = ServerAccount.of(home);
            return new Hold(new HomeLocks(home, account), new ServerControl(home, account));
        }

        DatabaseAccess enter() throws IOException {
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

        DatabaseAccess stay() throws IOException {
            return control.ensureRunning(true);
        }

        boolean leave() throws IOException {
            locks.leave();
            boolean last = locks.alone();
            if (last) {
                control.stop();
            }
            return last;
        }
    }
}
