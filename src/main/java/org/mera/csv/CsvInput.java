package org.mera.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Reads back what {@link CsvOutput} has written, cell by cell as it stands in the file: nothing is trimmed, and the {@code '} that defuses a formula
 * stays. What somebody has changed since is read as far as it goes: a byte that is no UTF-8 becomes U+FFFD, an open quote reaches to the end.
 */
public final class CsvInput implements Iterator<CsvInput.Line>, AutoCloseable {

    private static final int END = -1;

    private final BufferedReader reader;
    private final char delimiter;
    private int number;
    private int ahead;

    /**
     * A record of the file.
     *
     * @param number the first record is 1
     */
    public record Line(int number, List<String> cells) {

        public Line {
            cells = List.copyOf(cells);
        }

        /** {@return the cell at this index (0-based)} Empty beyond the last one. */
        public String cell(int index) {
            return index < cells.size() ? cells.get(index) : "";
        }
    }

    private CsvInput(InputStream in, char delimiter) {
        this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.delimiter = delimiter;
        this.ahead = read();
        if (ahead == '\uFEFF') {
            ahead = read();
        }
    }

    /** {@return what reads a file for programs} See {@link CsvOutput#data}. */
    public static CsvInput data(InputStream in) {
        return new CsvInput(in, ',');
    }

    /** {@return what reads a file for Excel in Russian} See {@link CsvOutput#excel}. */
    public static CsvInput excel(InputStream in) {
        return new CsvInput(in, ';');
    }

    @Override
    public boolean hasNext() {
        return ahead != END;
    }

    @Override
    public Line next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<String> cells = new ArrayList<>();
        number++;
        boolean more = true;
        while (more) {
            cells.add(cell());
            more = ahead == delimiter;
            if (more) {
                ahead = read();
            }
        }
        if (ahead == '\n') {
            ahead = read();
        }
        return new Line(number, cells);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private String cell() {
        StringBuilder cell = new StringBuilder();
        if (ahead == '"') {
            quoted(cell);
        }
        int unquoted = cell.length();
        while (ahead != END && ahead != delimiter && ahead != '\n') {
            cell.append((char) ahead);
            ahead = read();
        }
        int last = cell.length() - 1;
        if (ahead == '\n' && last >= unquoted && cell.charAt(last) == '\r') {
            cell.setLength(last);
        }
        return cell.toString();
    }

    private void quoted(StringBuilder cell) {
        ahead = read();
        while (ahead != END) {
            if (ahead == '"') {
                ahead = read();
                if (ahead != '"') {
                    return;
                }
            }
            cell.append((char) ahead);
            ahead = read();
        }
    }

    private int read() {
        try {
            return reader.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
