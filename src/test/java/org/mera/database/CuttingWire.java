package org.mera.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The wire to a real server, which now and then is cut at the worst moment: the server has done a commit and says so, and nobody hears it.
 */
public final class CuttingWire implements AutoCloseable {

    private static final byte[] COMMIT = "COMMIT\0".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket listening;
    private final int target;
    private final int every;

    /** Not each fifth: work that commits five times would never end. */
    private final Random dice = new Random(20_250_101);

    private final AtomicInteger cuts = new AtomicInteger();
    private volatile boolean cutting;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    /**
     * A wire to a port of this machine.
     *
     * @param every how many commits there are to one that is cut, on average
     */
    public CuttingWire(int target, int every) {
        this.target = target;
        this.every = every;
        try {
            this.listening = new ServerSocket(0, 50, loopback());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Begins to cut. */
    public void cut() {
        cutting = true;
    }

    /** {@return how many commits were cut} */
    public int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = new Socket(loopback(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                sockets.add(client);
                sockets.add(server);
                Line line = new Line(client, server);
                daemon(line::questions);
                daemon(line::answers);
            } catch (IOException e) {
                // Closed, or the server is away: the client notices.
            }
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "cutting wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Line {

        private final Socket client;
        private final Socket server;
        private volatile boolean doomed;

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void questions() {
            pump(client, server, true);
        }

        void answers() {
            pump(server, client, false);
        }

        private void pump(Socket from, Socket to, boolean asking) {
            byte[] bytes = new byte[1 << 16];
            try (from;
                    to;
                    InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                    if (asking && cutting && hasCommit(bytes, length) && dice.nextInt(every) == 0) {
                        doomed = true;
                    }
                    if (!asking && doomed) {
                        cuts.incrementAndGet();
                        return;
                    }
                    out.write(bytes, 0, length);
                }
            } catch (IOException e) {
                // The other end is closed: so is this one, by leaving.
            }
        }

        private static boolean hasCommit(byte[] bytes, int length) {
            for (int start = 0; start + COMMIT.length <= length; start++) {
                int same = 0;
                while (same < COMMIT.length && bytes[start + same] == COMMIT[same]) {
                    same++;
                }
                if (same == COMMIT.length) {
                    return true;
                }
            }
            return false;
        }
    }
}
