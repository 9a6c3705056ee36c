package org.mera.csv;

import com.opencsv.CSVWriter;
import com.opencsv.ICSVWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a CSV file cell by cell, in UTF-8, quoting only where it must. A text that a spreadsheet would run as a formula is defused with a leading
 * {@code '}; numbers are written as they are.
 */
public final class CsvOutput implements AutoCloseable {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final ICSVWriter writer;
    private final List<String> cells = new ArrayList<>();

    private CsvOutput(Writer writer, char delimiter, String lineEnd) {
        this.writer = new QuotingWriter(writer, delimiter, lineEnd);
    }

    /** {@return an output for programs} No byte order mark, comma, LF. */
    public static CsvOutput data(OutputStream out) {
        return new CsvOutput(new Utf8Writer(out), ',', "\n");
    }

    /** {@return an output that Excel in Russian opens by a double click} Byte order mark, {@code ;}, CRLF. */
    public static CsvOutput excel(OutputStream out) throws IOException {
        Writer writer = new Utf8Writer(out);
        writer.write('\uFEFF');
        return new CsvOutput(writer, ';', "\r\n");
    }

    /** Adds a cell of text. */
    public CsvOutput text(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        cells.add(formula ? "'" + text : text);
        return this;
    }

    /** Adds a cell with a number, written as the reader of the file expects it. */
    public CsvOutput number(String number) {
        cells.add(number);
        return this;
    }

    /** Adds a cell with a whole number. */
    public CsvOutput number(int number) {
        return number(Integer.toString(number));
    }

    /** Adds a cell without anything. */
    public CsvOutput empty() {
        cells.add("");
        return this;
    }

    /**
     * Ends the record.
     *
     * @throws IOException when this record, or one before it, could not be written
     */
    public void end() throws IOException {
        writer.writeNext(cells.toArray(String[]::new), false);
        cells.clear();
        failIfItFailed();
    }

    /**
     * Writes what is left and closes the stream.
     *
     * @throws IllegalStateException when a record has been begun and not ended
     */
    @Override
    public void close() throws IOException {
        writer.close();
        failIfItFailed();
        if (!cells.isEmpty()) {
            throw new IllegalStateException("The last record was not ended: " + cells);
        }
    }

    /** OpenCSV keeps an exception for whoever asks. */
    private void failIfItFailed() throws IOException {
        IOException failure = writer.getException();
        if (failure != null) {
            throw failure;
        }
    }

    /** Quotes what has spaces at its ends too, which some readers would trim. */
    private static final class QuotingWriter extends CSVWriter {

        QuotingWriter(Writer writer, char delimiter, String lineEnd) {
            super(writer, delimiter, DEFAULT_QUOTE_CHARACTER, DEFAULT_ESCAPE_CHARACTER, lineEnd);
        }

        @Override
        protected boolean stringContainsSpecialCharacters(String text) {
            return text.startsWith(" ") || text.endsWith(" ") || super.stringContainsSpecialCharacters(text);
        }

        /** Most of what is quoted has no quote in it: there is nothing to look at one character after another. */
        @Override
        protected void processLine(String text, Appendable line) throws IOException {
            if (text.indexOf(DEFAULT_QUOTE_CHARACTER) < 0) {
                line.append(text);
            } else {
                super.processLine(text, line);
            }
        }
    }
}
