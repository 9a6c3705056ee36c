package org.mera.database;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The folder of an embedded database and the places in it.
 *
 * @param root the real path of the folder, so that one home has one name
 */
record Home(Path root) {

    static final String DATABASE = "mera";
    static final String USER = "mera";

    static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final String ANOTHER = "name another folder with --home or MERA_HOME";

    /** PostgreSQL's own tools put paths into shell commands, between double quotes. */
    private static final Pattern UNSAFE = Pattern.compile("[\"$`\\\\\\p{Cntrl}]");

    /**
     * Makes the folder if it is missing.
     *
     * @throws DatabaseException if it cannot serve as a home
     */
    static Home prepare(Path folder) {
        requireSafe(folder.toAbsolutePath());
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new DatabaseException("the home " + folder + " is a file, not a folder: " + ANOTHER);
        }
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, PRIVATE_FOLDER);
            }
            Path root = folder.toRealPath();
            requireSafe(root);
            if (!Files.isWritable(root)) {
                throw new DatabaseException("the home " + root + " cannot be written by user "
                        + System.getProperty("user.name") + ": change its rights, or " + ANOTHER);
            }
            return new Home(root);
        } catch (IOException e) {
            throw new DatabaseException("the home " + folder + " cannot be made: " + reason(e) + "; " + ANOTHER, e);
        }
    }

    private static void requireSafe(Path path) {
        if (UNSAFE.matcher(path.toString()).find()) {
            throw new DatabaseException("the home " + path + " has one of the characters \" $ ` \\ in its path, which "
                    + "PostgreSQL's tools cannot take: " + ANOTHER);
        }
    }

    Path data() {
        return root.resolve("data");
    }

    /** {@return where a data folder is made before it is renamed into place} */
    Path staging() {
        return root.resolve("data.new");
    }

    Path password() {
        return root.resolve("postgres.password");
    }

    Path binaries() {
        return root.resolve("postgres");
    }

    Path logs() {
        return root.resolve("logs");
    }

    DatabaseAccess access(String database, int port, String password) {
        return new DatabaseAccess("jdbc:postgresql://127.0.0.1:" + port + "/" + database, USER, password);
    }

    /** {@return the cause in words} An I/O exception's message is often no more than the file's name. */
    static String reason(IOException e) {
        if (e instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getFile() + ": " + failure.getReason();
        }
        return e.getClass() == IOException.class
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
    }
}
