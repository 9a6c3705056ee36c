package org.mera.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The data folder of a home, its password and its settings: made whole or not at all. */
final class DataFolder {

    private static final int PASSWORD_BYTES = 24;

    private static final Duration END_LIMIT = Duration.ofSeconds(30);
    private static final Duration END_PAUSE = Duration.ofMillis(20);

    /**
     * Durable, reachable from this machine only, and fit for a batch job on a small machine: few connections, bulk
     * loads (large WAL, rare checkpoints), parallel work by Mera's own threads instead of PostgreSQL's.
     */
    private static final String SETTINGS =
            """
            # Written anew at each start. Settings of your own belong into postgresql.conf, below the line that includes this.
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 120
            password_encryption = 'scram-sha-256'
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            shared_buffers = 256MB
            work_mem = 32MB
            maintenance_work_mem = 128MB
            effective_cache_size = 2GB
            max_parallel_workers_per_gather = 0
            jit = off
            wal_level = minimal
            max_wal_senders = 0
            wal_compression = on
            min_wal_size = 256MB
            max_wal_size = 4GB
            checkpoint_timeout = 15min
            timezone = 'UTC'
            logging_collector = off
            log_connections = ''
            """;

    private final Home home;
    private final ServerAccount account;
    private final Binaries binaries;

    DataFolder(Home home, ServerAccount account, Binaries binaries) {
        this.home = home;
        this.account = account;
        this.binaries = binaries;
    }

    /** Makes the folder, or makes sure that the one there is of this version and has its password. */
    void prepare(ServerLog log) throws IOException {
        if (Files.exists(home.data())) {
            requireUsable();
        } else {
            initialise(log);
        }
        store(home.data().resolve("mera.conf"), SETTINGS);
    }

    private void requireUsable() throws IOException {
        Path version = home.data().resolve("PG_VERSION");
        if (!Files.exists(version)) {
            throw new DatabaseException(home.data() + " is no data folder of PostgreSQL: move it away, or name another "
                    + "home with --home");
        }
        String found = Files.readString(version, StandardCharsets.US_ASCII).strip();
        if (!found.equals(binaries.majorVersion())) {
            throw new DatabaseException(home.data() + " was made by PostgreSQL " + found
                    + ", this Mera brings PostgreSQL "
                    + binaries.majorVersion() + ": use the Mera that made it, or carry the data over with pg_dump of "
                    + "version " + found + " and psql into a new home");
        }
        password(home);
    }

    /** {@return the password of the home's server} */
    static String password(Home home) throws IOException {
        String password = Files.exists(home.password())
                ? Files.readString(home.password(), StandardCharsets.US_ASCII).strip()
                : "";
        if (password.isEmpty()) {
            throw new DatabaseException(home.password() + " is missing or empty, without which " + home.data()
                    + " cannot be opened: put it back from a backup");
        }
        return password;
    }

    private void initialise(ServerLog log) throws IOException {
        if (!Files.exists(home.password())) {
            byte[] secret = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(secret);
            store(home.password(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret) + "\n");
        }
        Path fresh = home.staging().resolve("data");
        endForsaken(fresh);
        Folders.delete(home.staging());
        Files.createDirectory(home.staging(), Home.PRIVATE_FOLDER);
        account.give(home.staging());
        // Initdb runs as the server's account, which need not be able to read the file that this process keeps.
        Path handedOver = home.staging().resolve("password");
        store(handedOver, password(home) + "\n");
        initdb(log, fresh, handedOver);
        Path configuration = fresh.resolve("postgresql.conf");
        store(
                configuration,
                Files.readString(configuration, StandardCharsets.UTF_8) + "\ninclude_if_exists = 'mera.conf'\n");
        Files.move(fresh, home.data(), StandardCopyOption.ATOMIC_MOVE);
        Folders.delete(home.staging());
    }

    /** An initdb outlives the process that was killed over it, for seconds in which it would write into what is made here. */
    private static void endForsaken(Path fresh) {
        List<ProcessHandle> forsaken = ProcessHandle.allProcesses()
                .filter(process -> List.of(process.info().arguments().orElse(new String[0]))
                        .contains(dataFolder(fresh)))
                .flatMap(initdb -> Stream.concat(Stream.of(initdb), initdb.descendants()))
                .toList();
        forsaken.forEach(ProcessHandle::destroyForcibly);
        if (!Patience.until(END_LIMIT, END_PAUSE, () -> forsaken.stream().noneMatch(ProcessHandle::isAlive))) {
            throw new DatabaseException("the making of the database in " + fresh
                    + " was begun before and does not end: end the processes " + forsaken + ", then try again");
        }
    }

    private static String dataFolder(Path fresh) {
        return "--pgdata=" + fresh;
    }

    private void initdb(ServerLog log, Path fresh, Path handedOver) throws IOException {
        int exit = log.run(account.command(
                        binaries.tool("initdb"),
                        dataFolder(fresh),
                        "--username=" + Home.USER,
                        "--pwfile=" + handedOver,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-instructions")
                .directory(home.root().toFile()));
        if (exit != 0) {
            throw new DatabaseException("the database of " + home.root() + " cannot be made: " + log.end());
        }
    }

    /** Writes a file of the server's account, private from its first byte, and puts it in place whole. */
    private void store(Path file, String text) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(aside);
        try (FileChannel channel = FileChannel.open(
                aside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), Home.PRIVATE_FILE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        account.give(aside);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
