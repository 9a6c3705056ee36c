package org.mera.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** STAND-IN: writes records of CSV until the real one is there. */
public final class CsvOutput implements AutoCloseable {

    private final Writer writer;
    private final char delimiter;
    private final String lineEnd;
    private final StringBuilder line = new StringBuilder();
    private boolean first = true;

    private CsvOutput(OutputStream out, String start, char delimiter, String lineEnd) {
        this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.delimiter = delimiter;
        this.lineEnd = lineEnd;
        line.append(start);
    }

    public static CsvOutput data(OutputStream out) {
        return new CsvOutput(out, "", ',', "\n");
    }

    public static CsvOutput excel(OutputStream out) {
        return new CsvOutput(out, "\uFEFF", ';', "\r\n");
    }

    public CsvOutput text(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return field(formula ? "'" + text : text);
    }

    public CsvOutput number(String number) {
        return field(number);
    }

    public CsvOutput number(int number) {
        return field(Integer.toString(number));
    }

    public CsvOutput empty() {
        return field("");
    }

    public void end() throws IOException {
        writer.append(line).append(lineEnd);
        line.setLength(0);
        first = true;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private CsvOutput field(String value) {
        if (!first) {
            line.append(delimiter);
        }
        first = false;
        boolean quoted = value.indexOf(delimiter) >= 0
                || value.indexOf('"') >= 0
                || value.indexOf('\r') >= 0
                || value.indexOf('\n') >= 0
                || !value.equals(value.strip());
        line.append(quoted ? '"' + value.replace("\"", "\"\"") + '"' : value);
        return this;
    }
}
