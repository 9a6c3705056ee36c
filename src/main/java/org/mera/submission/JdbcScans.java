package org.mera.submission;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Problem;
import org.mera.cycle.Revision;
import org.mera.database.CopyBehind;
import org.mera.database.JdbcCopy;
import org.mera.methodology.Methodology;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * Scans files of the inbox into the database, within one transaction of the given connection. Rows are gathered and copied in blocks, so that
 * neither a hundred thousand small files nor one huge file fills the memory, and a block is copied while the next one is gathered. Not thread-safe; one
 * serves one chunk. Closed before the transaction ends.
 */
public final class JdbcScans implements ScanSink, AutoCloseable {

    private static final int BLOCK = 1 << 20;

    /** A number of the sequence is the first of so many scans: a hundred thousand small files need not ask for one each. */
    private static final int IDS_A_NUMBER = 64;

    private final Connection connection;
    private final CopyBehind behind;
    private final Revision revision;
    private final InboxScanner scanner;
    private final JdbcCopy ranges = new JdbcCopy(
            "file_range",
            "scan_id",
            "ordinal",
            "company",
            "file_offset",
            "length",
            "first_record",
            "records",
            "sha256");
    private final JdbcCopy entries =
            new JdbcCopy("register_entry", "scan_id", "line", "company", "name", "industry", "region", "participation");
    private final JdbcCopy problems = new JdbcCopy(
            "scan_problem",
            "scan_id",
            "entry",
            "line",
            "company",
            "criterion",
            "col",
            "severity",
            "code",
            "variant",
            "value",
            "details");
    private final JdbcCopy mentions = new JdbcCopy("mention", "scan_id", "company");
    private final JdbcCopy scans = new JdbcCopy(
            "file_scan",
            "id",
            "sha256",
            "methodology_sha256",
            "rules_version",
            "size",
            "encoding",
            "delimiter",
            "form",
            "columns",
            "records",
            "rejected");
    private final List<Scanned> scanned = new ArrayList<>();

    /** Which scan was made of which file of the inventory. */
    private record Scanned(int file, long scan) {}

    private long id;
    private int idsLeft;
    private JdbcCopy.Mark rangesMark = ranges.mark();
    private JdbcCopy.Mark entriesMark = entries.mark();
    private JdbcCopy.Mark problemsMark = problems.mark();
    private @Nullable Savepoint beforeThisFile;

    public JdbcScans(Connection connection, Revision revision, Methodology methodology) {
        this.connection = connection;
        this.behind = new CopyBehind(connection);
        this.revision = revision;
        this.scanner = new InboxScanner(methodology);
    }

    /**
     * Scans a file to its end and stores what it holds; of a file that is rejected nothing is stored but that, and whom it mentions.
     *
     * @throws IOException when the file cannot be read
     */
    public void scan(Path inbox, UnreadFile unread) throws IOException {
        String file = unread.file();
        if (gathered() >= BLOCK / 2) {
            copyWholeFiles();
        }
        id = nextId();
        rangesMark = ranges.mark();
        entriesMark = entries.mark();
        problemsMark = problems.mark();
        beforeThisFile = null;
        FileScan scan = scanner.scan(inbox, file, this);
        if (scan.rejection() != null) {
            restart();
            put(scan.rejection(), false);
            Mentions.inBytes(
                    inbox.resolve(file), company -> mentions.row().put(id).put(company));
        }
        scans.row()
                .put(id)
                .put(scan.sha256())
                .put(revision.methodologySha256())
                .put(revision.rulesVersion())
                .put(scan.size())
                .put(scan.encoding().name())
                .put(Character.toString(scan.delimiter()))
                .put(scan.layout() == null ? null : scan.layout().form().name())
                .put(
                        scan.layout() == null
                                ? null
                                : String.join(",", scan.layout().columns()))
                .put(scan.records())
                .put(scan.rejection() != null);
        scanned.add(new Scanned(unread.number(), id));
    }

    /** Stores what is still gathered. */
    public void flush() throws SQLException {
        behind.await();
        ranges.flush(connection);
        entries.flush(connection);
        problems.flush(connection);
        mentions.flush(connection);
        scans.flush(connection);
        try (PreparedStatement statement = connection.prepareStatement(
                "update inventory set scan_id = ? where year = ? and revision = ? and number = ?")) {
            for (Scanned file : scanned) {
                statement.setLong(1, file.scan());
                statement.setInt(2, revision.year());
                statement.setInt(3, revision.number());
                statement.setInt(4, file.file());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        scanned.clear();
    }

    @Override
    public void close() throws SQLException {
        behind.close();
    }

    @Override
    public void range(Range range) {
        ranges.row()
                .put(id)
                .put(range.ordinal())
                .put(range.company())
                .put(range.offset())
                .put(range.length())
                .put(range.firstRecord())
                .put(range.records())
                .put(range.sha256());
        spill();
    }

    @Override
    public void entry(RegisterEntry entry) {
        entries.row()
                .put(id)
                .put(entry.line())
                .put(entry.id())
                .put(entry.name())
                .put(entry.industry())
                .put(entry.region())
                .put(
                        entry.participation() == null
                                ? null
                                : entry.participation().word());
        entry.problems().forEach(problem -> put(problem, true));
        spill();
    }

    @Override
    public void problem(Problem problem) {
        put(problem, false);
        spill();
    }

    @Override
    public void restart() {
        try {
            behind.await();
            if (beforeThisFile != null) {
                connection.rollback(beforeThisFile);
                beforeThisFile = null;
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("forget a scan", null, e);
        }
        ranges.reset(rangesMark);
        entries.reset(entriesMark);
        problems.reset(problemsMark);
    }

    private void put(Problem problem, boolean entry) {
        problems.row().put(id).put(entry).put(problem.line()).put(problem.company());
        JdbcProblems.put(problems, problem);
    }

    /** A block is full: what belongs to earlier files is copied for good, what belongs to this one so that it can be taken back. */
    private void spill() {
        if (gathered() < BLOCK) {
            return;
        }
        try {
            if (beforeThisFile == null) {
                behind.copy(ranges, rangesMark);
                behind.copy(entries, entriesMark);
                behind.copy(problems, problemsMark);
                behind.await();
                beforeThisFile = connection.setSavepoint();
            }
            behind.copy(ranges, entries, problems);
            rangesMark = ranges.mark();
            entriesMark = entries.mark();
            problemsMark = problems.mark();
        } catch (SQLException e) {
            throw new UncategorizedSQLException("store a scan", null, e);
        }
    }

    private int gathered() {
        return ranges.size() + entries.size() + problems.size();
    }

    /** Between two files nothing need be taken back. */
    private void copyWholeFiles() {
        try {
            behind.copy(ranges, entries, problems);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("store scans", null, e);
        }
    }

    private long nextId() {
        if (idsLeft > 0) {
            idsLeft--;
            return id + 1;
        }
        try {
            behind.await();
            try (PreparedStatement statement = connection.prepareStatement("select nextval('file_scan_id')");
                    ResultSet row = statement.executeQuery()) {
                row.next();
                idsLeft = IDS_A_NUMBER - 1;
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("number a scan", null, e);
        }
    }
}
