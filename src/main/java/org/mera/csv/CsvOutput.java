package org.mera.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** STAND-IN: the writer of CSV files is written elsewhere. */
public final class CsvOutput implements AutoCloseable {

    private final Writer out;
    private final char delimiter;
    private final String lineEnd;
    private boolean first = true;

    private CsvOutput(OutputStream out, char delimiter, String lineEnd) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.delimiter = delimiter;
        this.lineEnd = lineEnd;
    }

    public static CsvOutput excel(OutputStream out) throws IOException {
        CsvOutput csv = new CsvOutput(out, ';', "\r\n");
        csv.out.write('\uFEFF');
        return csv;
    }

    public CsvOutput text(String text) throws IOException {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quote = safe.indexOf(delimiter) >= 0
                || safe.indexOf('"') >= 0
                || safe.indexOf('\n') >= 0
                || safe.indexOf('\r') >= 0;
        return number(quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe);
    }

    public CsvOutput number(String text) throws IOException {
        if (!first) {
            out.write(delimiter);
        }
        first = false;
        out.write(text);
        return this;
    }

    public CsvOutput number(int value) throws IOException {
        return number(Integer.toString(value));
    }

    public CsvOutput empty() throws IOException {
        return number("");
    }

    public void end() throws IOException {
        out.write(lineEnd);
        first = true;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
