package org.mera.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL runs, which refuses to run as root. An ordinary user runs it directly. For root the home's owner
 * decides: a home of root is served from a user namespace in which root is nobody in particular, any other home by
 * its owner, who then owns all that is made in it. Where namespaces are forbidden, as in many containers, a home of
 * root is given to the user {@code nobody}.
 */
final class ServerAccount {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    private final List<String> prefix;
    private final int uid;
    private final int gid;

    private ServerAccount(List<String> prefix, int uid, int gid) {
        this.prefix = prefix;
        this.uid = uid;
        this.gid = gid;
    }

    static ServerAccount of(Home home) throws IOException {
        if (new UnixSystem().getUid() != ROOT) {
            return new ServerAccount(List.of(), ROOT, ROOT);
        }
        int owner = (int) Files.getAttribute(home.root(), "unix:uid");
        if (owner != ROOT) {
            return ofUser(owner, (int) Files.getAttribute(home.root(), "unix:gid"))
                    .proved(home.root());
        }
        ServerAccount namespace = new ServerAccount(List.of("unshare", "-U", "--"), ROOT, ROOT);
        return namespace.reaches(home.root()) ? namespace : handedToNobody(home);
    }

    /** {@return an account that runs commands as this user and gives it what is made} */
    static ServerAccount ofUser(int uid, int gid) {
        return new ServerAccount(
                List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"), uid, gid);
    }

    static ServerAccount handedToNobody(Home home) throws IOException {
        Path parent = home.root().getParent();
        ServerAccount nobody = ofUser(NOBODY, NOBODY).proved(parent == null ? home.root() : parent);
        nobody.give(home.root());
        for (Path own : List.of(home.data(), home.binaries(), home.password(), home.logs())) {
            if (Files.exists(own)) {
                nobody.giveAll(own);
            }
        }
        return nobody.proved(home.root());
    }

    private ServerAccount proved(Path folder) {
        if (!reaches(folder)) {
            throw new DatabaseException("PostgreSQL does not run as root, and user " + uid
                    + " cannot be made to run it in "
                    + folder + " (by setpriv, nor is 'unshare -U' possible): start Mera as an ordinary user, or name "
                    + "with --home a folder that user " + uid + " can reach");
        }
        return this;
    }

    private boolean reaches(Path folder) {
        try {
            return Patience.exitOf(command("/bin/sh", "-c", "test -x \"$0\"", folder.toString())
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start())
                    == 0;
        } catch (IOException e) {
            // The tool that changes the user is not installed.
            return false;
        }
    }

    /** {@return a process of this account, in English and without settings meant for other PostgreSQL servers} */
    ProcessBuilder command(String... words) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(all);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        return builder;
    }

    /** Makes the server's account the owner of a file that this process made, if they differ. */
    void give(Path path) throws IOException {
        if (uid != ROOT) {
            Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** As {@link #give}, with all that is below. */
    void giveAll(Path folder) throws IOException {
        if (uid == ROOT) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.toList();
        }
        for (Path path : paths) {
            give(path);
        }
    }
}
