package org.mera.submission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mera.csv.CodePoints;
import org.mera.csv.Sha256;
import org.mera.cycle.Revision;
import org.mera.database.JdbcCopy;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which files each revision found in the inbox, and in which chunk of the step discover each is read. */
@Repository
public class JdbcInventory {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    public JdbcInventory(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /** Stores what was found, in place of what an earlier attempt of this revision found. Runs within the caller's transaction. */
    public void replace(Revision revision, List<InventoryFile> files) {
        for (String table : List.of("chunk", "inventory")) {
            jdbc.sql("delete from " + table + " where year = :year and revision = :revision")
                    .param("year", revision.year())
                    .param("revision", revision.number())
                    .update();
        }
        JdbcCopy copy = new JdbcCopy("inventory", "year", "revision", "number", "file", "size", "register", "scan_id");
        Set<Long> scans = scansThatStay(files);
        int number = 0;
        for (InventoryFile file : files) {
            Long scan = file.scan();
            copy.row()
                    .put(revision.year())
                    .put(revision.number())
                    .put(number++)
                    .put(file.file())
                    .put(file.size())
                    .put(file.register())
                    .put(scan != null && scans.contains(scan) ? scan : null);
        }
        template.execute((ConnectionCallback<Integer>) connection -> {
            int rows = copy.rows();
            copy.flush(connection);
            return rows;
        });
    }

    /** Another year's run may have cleared a scan away since it was found: then the file is read again. */
    private Set<Long> scansThatStay(List<InventoryFile> files) {
        Long[] wanted = files.stream()
                .map(InventoryFile::scan)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(Long[]::new);
        return new HashSet<>(template.queryForList(
                "select id from file_scan where id = any (?) order by id for key share", Long.class, (Object) wanted));
    }

    /** {@return the scans that are stored for a revision's methodology and rules, whichever revision had them made} */
    public KnownScans knownScans(Revision revision) {
        KnownScans known = new KnownScans();
        jdbc.sql(
                        """
                        select id, size, sha256, coalesce(form = 'COMPANIES', false) as register from file_scan
                        where methodology_sha256 = :methodology and rules_version = :rules
                        order by id
                        """)
                .param("methodology", revision.methodologySha256())
                .param("rules", revision.rulesVersion())
                .query(row -> {
                    known.add(
                            row.getLong("size"),
                            row.getString("sha256"),
                            new KnownScans.KnownScan(row.getLong("id"), row.getBoolean("register")));
                });
        return known;
    }

    /** {@return the registers that a revision found, in order} */
    public List<String> registers(Revision revision) {
        return jdbc.sql(
                        """
                        select file from inventory
                        where year = :year and revision = :revision and register
                        order by number
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .query(String.class)
                .list();
    }

    /** {@return the registers that a revision has yet to read, in order} */
    public List<UnreadFile> unreadRegisters(Revision revision) {
        return unread("register = :value", revision, true);
    }

    /** {@return the files of a chunk that have yet to be read, in order} */
    public List<UnreadFile> unread(Revision revision, int chunk) {
        return unread("chunk = :value", revision, chunk);
    }

    private List<UnreadFile> unread(String condition, Revision revision, Object value) {
        return jdbc.sql(
                        """
                        select number, file from inventory
                        where year = :year and revision = :revision and scan_id is null and\s"""
                                + condition + " order by number")
                .param("year", revision.year())
                .param("revision", revision.number())
                .param("value", value)
                .query((row, index) -> new UnreadFile(row.getInt("number"), row.getString("file")))
                .list();
    }

    /**
     * Cuts the files that are to be read into chunks: the registers make one of the step register, of the others consecutive ones together make one of the step discover,
     * by their bytes. Runs within the caller's transaction.
     *
     * @param shares into how many chunks the bytes are cut at the least, where there are as many files
     */
    public void cutChunks(Revision revision, int shares) {
        jdbc.sql(
                        """
                        with sized as (
                            select number, sum(size + 4096) over (order by number) - size - 4096 as before,
                                   sum(size + 4096) over () as everything
                            from inventory
                            where year = :year and revision = :revision and scan_id is null and not register
                        )
                        update inventory
                        set chunk = least(:shares - 1, sized.before * :shares / greatest(sized.everything, 1))
                        from sized
                        where year = :year and revision = :revision and inventory.number = sized.number
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .param("shares", shares)
                .update();
        jdbc.sql(
                        """
                        insert into chunk (year, revision, step, number, first, last, items, state)
                        select :year, :revision, 'register', 0, coalesce(min(file), ''), coalesce(max(file), ''), count(*), 'waiting'
                        from inventory
                        where year = :year and revision = :revision and scan_id is null and register
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .update();
        jdbc.sql(
                        """
                        insert into chunk (year, revision, step, number, first, last, items, state)
                        select year, revision, 'discover', chunk, min(file), max(file), count(*), 'waiting'
                        from inventory
                        where year = :year and revision = :revision and chunk is not null
                        group by year, revision, chunk
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .update();
    }

    /**
     * A file that was read to its end.
     *
     * @param size   in bytes
     * @param sha256 64 lower-case hexadecimal digits
     */
    public record ReadFile(String file, long size, String sha256) {}

    /** {@return all files that a revision has read, in order} */
    public List<ReadFile> read(Revision revision) {
        return jdbc.sql(
                        """
                        select i.file, s.size, s.sha256 from inventory i join file_scan s on s.id = i.scan_id
                        where i.year = :year and i.revision = :revision
                        order by i.number
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .query((row, index) ->
                        new ReadFile(row.getString("file"), row.getLong("size"), row.getString("sha256")))
                .list();
    }

    /** {@return what a revision has read: names and hashes of all files} The same text means the same inputs. */
    public String fingerprint(Revision revision) {
        SortedMap<String, String> files = new TreeMap<>(CodePoints.ORDER);
        read(revision).forEach(file -> files.put(file.file(), file.sha256()));
        return fingerprint(files);
    }

    /** {@return the same of files that lie in the inbox now} By name (code points). */
    public static String fingerprint(SortedMap<String, String> sha256ByFile) {
        MessageDigest digest = Sha256.digest();
        sha256ByFile.forEach((file, sha256) -> update(digest, file, sha256));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, String file, String sha256) {
        digest.update((file + '\0' + sha256 + '\n').getBytes(StandardCharsets.UTF_8));
    }
}
