package org.mera.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows gathered in memory for one {@code COPY … FROM STDIN} in PostgreSQL's binary format (PostgreSQL manual, COPY, "Binary Format"): the
 * fastest way in, and bytes stay bytes. A row is {@link #row()} and a {@code put} for each column, in order.
 */
public final class JdbcCopy {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] TRAILER = {(byte) 0xff, (byte) 0xff};
    private static final int NULL = -1;
    private static final int FIRST_BUFFER = 8192;

    /** As the server says it in whatever language: COPY submission, line 2. */
    private static final Pattern ROW = Pattern.compile("COPY \\w+, \\S+ ([1-9][0-9]{0,8})");

    private static final int OID_OF_INT4 = 23;

    private final String sql;
    private final int columns;
    private final int companyColumn;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int length;
    private int rows;

    /** A COPY into these columns of a table. */
    public JdbcCopy(String table, String... columns) {
        this(
                "copy " + table + " (" + String.join(", ", columns) + ") from stdin (format binary)",
                columns.length,
                Arrays.asList(columns).indexOf("company"));
    }

    private JdbcCopy(String sql, int columns, int companyColumn) {
        this.sql = sql;
        this.columns = columns;
        this.companyColumn = companyColumn;
    }

    /** Where the rows gathered so far end. */
    public record Mark(int length, int rows) {}

    public Mark mark() {
        return new Mark(length, rows);
    }

    /** Forgets the rows gathered since the mark. */
    public void reset(Mark mark) {
        length = mark.length();
        rows = mark.rows();
    }

    /** {@return the rows gathered before the mark, which are forgotten here} The bytes change hands, but for those behind the mark. */
    JdbcCopy take(Mark mark) {
        JdbcCopy taken = new JdbcCopy(sql, columns, companyColumn);
        if (mark.rows() == 0) {
            return taken;
        }
        byte[] full = buffer;
        int behind = length - mark.length();
        // What is gathered next will be about as much.
        buffer = new byte[full.length];
        System.arraycopy(full, mark.length(), buffer, 0, behind);
        taken.buffer = full;
        taken.length = mark.length();
        taken.rows = mark.rows();
        length = behind;
        rows -= mark.rows();
        return taken;
    }

    /** {@return how many rows are gathered} */
    public int rows() {
        return rows;
    }

    /** {@return how many bytes are gathered} */
    public int size() {
        return length;
    }

    /** Begins a row. */
    public JdbcCopy row() {
        rows++;
        ensure(2);
        buffer[length++] = (byte) (columns >>> 8);
        buffer[length++] = (byte) columns;
        return this;
    }

    public JdbcCopy put(@Nullable String text) {
        return text == null ? putNull() : put(text.getBytes(StandardCharsets.UTF_8));
    }

    public JdbcCopy put(byte[] bytes) {
        return put(bytes, bytes.length);
    }

    /** The first so many of these bytes. */
    public JdbcCopy put(byte[] bytes, int count) {
        int32(count);
        ensure(count);
        System.arraycopy(bytes, 0, buffer, length, count);
        length += count;
        return this;
    }

    public JdbcCopy put(int number) {
        int32(4);
        int32(number);
        return this;
    }

    public JdbcCopy put(@Nullable Integer number) {
        return number == null ? putNull() : put(number.intValue());
    }

    public JdbcCopy put(long number) {
        int32(8);
        int32((int) (number >>> 32));
        int32((int) number);
        return this;
    }

    public JdbcCopy put(@Nullable Long number) {
        return number == null ? putNull() : put(number.longValue());
    }

    public JdbcCopy put(boolean value) {
        int32(1);
        ensure(1);
        buffer[length++] = (byte) (value ? 1 : 0);
        return this;
    }

    /** An {@code integer[]} without nulls. */
    public JdbcCopy put(int[] numbers) {
        int32(20 + 8 * numbers.length);
        int32(1);
        int32(0);
        int32(OID_OF_INT4);
        int32(numbers.length);
        int32(1);
        for (int number : numbers) {
            put(number);
        }
        return this;
    }

    public JdbcCopy putNull() {
        int32(NULL);
        return this;
    }

    /** Copies the gathered rows into the table, within the connection's transaction, and forgets them. */
    public void flush(Connection connection) throws SQLException {
        if (rows > 0) {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
            Deadline deadline = Deadline.of(connection);
            try {
                copy.writeToCopy(HEADER, 0, HEADER.length);
                copy.writeToCopy(buffer, 0, length);
                copy.writeToCopy(TRAILER, 0, TRAILER.length);
                requireAll(copy.endCopy(), rows);
            } catch (SQLException e) {
                cancel(copy, e);
                throw naming(e);
            } catch (RuntimeException e) {
                cancel(copy, e);
                throw e;
            } finally {
                deadline.lift();
            }
        }
        length = 0;
        rows = 0;
    }

    /** The server names the row that it refused by its place; whose row that is, is what has to be told. */
    private SQLException naming(SQLException failure) {
        Matcher place = ROW.matcher(String.valueOf(failure.getMessage()));
        String company = companyColumn >= 0 && place.find() ? company(Integer.parseInt(place.group(1))) : null;
        if (company == null) {
            return failure;
        }
        SQLException named =
                new SQLException("company " + company + ": " + failure.getMessage(), failure.getSQLState());
        named.addSuppressed(failure);
        return named;
    }

    private @Nullable String company(int row) {
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, length);
        for (int field = 0; field < (row - 1) * columns + companyColumn; field++) {
            skipRowHead(bytes, field);
            int size = bytes.getInt();
            bytes.position(bytes.position() + Math.max(0, size));
        }
        skipRowHead(bytes, companyColumn);
        int size = bytes.getInt();
        return size == NULL ? null : new String(buffer, bytes.position(), size, StandardCharsets.UTF_8);
    }

    private void skipRowHead(ByteBuffer bytes, int field) {
        if (field % columns == 0) {
            bytes.getShort();
        }
    }

    /** Where the connection is lost, the copy cannot be cancelled either; what was wrong first is what has to be told. */
    private static void cancel(CopyIn copy, Exception failure) {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private void requireAll(long copied, int expected) {
        if (copied != expected) {
            throw new IllegalStateException("Copied " + copied + " of " + expected + " rows: " + sql);
        }
    }

    private void int32(int value) {
        ensure(4);
        buffer[length++] = (byte) (value >>> 24);
        buffer[length++] = (byte) (value >>> 16);
        buffer[length++] = (byte) (value >>> 8);
        buffer[length++] = (byte) value;
    }

    private void ensure(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(Math.addExact(length, more), Math.min(buffer.length, 1 << 29) * 2));
        }
    }
}
