package org.mera.sample;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads sound CSV in a straightforward way, so that tests of what is written lean on no other part of Mera. */
final class CsvText {

    static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

    private CsvText() {}

    /** {@return the text of a file} UTF-8 where its bytes allow, else Windows-1251; without its byte order mark. */
    static String read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = isUtf8(bytes) ? new String(bytes, StandardCharsets.UTF_8) : new String(bytes, WINDOWS_1251);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** {@return the records of a file, the header first} */
    static List<List<String>> records(Path file) throws IOException {
        String text = read(file);
        String header = text.lines().findFirst().orElse("");
        char delimiter = ';';
        for (char candidate : new char[] {',', '\t'}) {
            if (count(header, candidate) > count(header, delimiter)) {
                delimiter = candidate;
            }
        }
        return records(text, delimiter);
    }

    static List<List<String>> records(String text, char delimiter) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (c == delimiter || c == '\n')) {
                record.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    records.add(List.copyOf(record));
                    record.clear();
                }
            } else if (quoted || c != '\r') {
                field.append(c);
            }
        }
        return records;
    }

    private static long count(String text, char c) {
        return text.chars().filter(other -> other == c).count();
    }
}
