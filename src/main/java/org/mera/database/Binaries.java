package org.mera.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked in a home.
 *
 * @param folder one folder for each edition of the programs, named by what is in it
 * @param majorVersion what a data folder's {@code PG_VERSION} must say
 */
record Binaries(Path folder, String majorVersion) {

    private static final String MARK = "MAJOR_VERSION";
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
    private static final Map<String, String> ARCHITECTURES =
            Map.of("amd64", "x86_64", "x86_64", "x86_64", "aarch64", "arm_64", "arm64", "arm_64");

    /** {@return the programs for this machine, unpacked if they are not yet} To be called under the home's guard. */
    static Binaries in(Home home, ServerAccount account) throws IOException {
        URL archive = archive();
        Path folder = home.binaries().resolve(edition(archive));
        if (!Files.exists(folder)) {
            unpack(archive, home, folder, account);
        }
        return new Binaries(folder, Files.readString(folder.resolve(MARK), StandardCharsets.US_ASCII));
    }

    String tool(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static URL archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String kind = system.contains("mac") ? "darwin" : system.replace(' ', '-');
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String name = "postgres-" + kind + "-" + ARCHITECTURES.getOrDefault(machine, machine) + ".txz";
        URL archive = Binaries.class.getClassLoader().getResource(name);
        if (archive == null) {
            throw new DatabaseException("this build carries no PostgreSQL for " + system + " " + machine
                    + ": build Mera on such a machine, or name a server with MERA_DATABASE_URL");
        }
        return archive;
    }

    /** The jar's directory knows size and checksum of the archive; to read 15 MB at each start would be felt. */
    private static String edition(URL archive) throws IOException {
        if (archive.openConnection() instanceof JarURLConnection connection) {
            return edition(
                    connection.getJarEntry().getSize(), connection.getJarEntry().getCrc());
        }
        try (CheckedInputStream content = new CheckedInputStream(archive.openStream(), new CRC32())) {
            long size = content.transferTo(OutputStream.nullOutputStream());
            return edition(size, content.getChecksum().getValue());
        }
    }

    private static String edition(long size, long checksum) {
        return String.format(Locale.ROOT, "%d-%08x", size, checksum);
    }

    /** Removes older editions: programs are unpacked only when a server is about to start, so none runs from them. */
    private static void unpack(URL archive, Home home, Path folder, ServerAccount account) throws IOException {
        Folders.delete(home.binaries());
        Path aside = Files.createDirectories(home.binaries().resolve("unpacking"), Home.PRIVATE_FOLDER);
        try (InputStream bytes = new BufferedInputStream(archive.openStream(), 1 << 16);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(bytes))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, aside);
            }
        }
        account.giveAll(home.binaries());
        Files.writeString(aside.resolve(MARK), majorVersion(aside, account), StandardCharsets.US_ASCII);
        account.give(aside.resolve(MARK));
        Folders.sync(aside);
        Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path aside) throws IOException {
        Path target = aside.resolve(entry.getName()).normalize();
        if (!target.startsWith(aside)) {
            throw new IOException("the archive of PostgreSQL holds a path outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target, Home.PRIVATE_FOLDER);
            return;
        }
        Files.createDirectories(target.getParent(), Home.PRIVATE_FOLDER);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        try (FileChannel file = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            tar.transferTo(Channels.newOutputStream(file));
        }
        boolean program = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwx------" : "rw-------"));
    }

    private static String majorVersion(Path folder, ServerAccount account) throws IOException {
        Path program = folder.resolve("bin").resolve("postgres");
        Process process = account.command(program.toString(), "--version")
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher version = VERSION.matcher(answer);
        if (Patience.exitOf(process) != 0 || !version.find()) {
            throw new DatabaseException("the PostgreSQL of this build does not run on this machine: " + answer
                    + "; name a server with MERA_DATABASE_URL");
        }
        return version.group(1);
    }
}
