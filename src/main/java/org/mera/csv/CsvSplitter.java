package org.mera.csv;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** STAND-IN: splits sound records; to be replaced by the real splitter. */
public final class CsvSplitter {

    private CsvSplitter() {}

    /** {@return the records of a range} */
    public static List<CsvRecord> split(byte[] bytes, TextEncoding encoding, char delimiter, int firstRecordNumber) {
        String text = new String(bytes, encoding.charset());
        List<CsvRecord> records = new ArrayList<>();
        List<String> fields = new ArrayList<>(24);
        int number = firstRecordNumber;
        int i = 0;
        while (i < text.length()) {
            StringBuilder quoted = null;
            int from = i;
            if (text.charAt(i) == '"') {
                quoted = new StringBuilder();
                i++;
                while (i < text.length()) {
                    char c = text.charAt(i++);
                    if (c != '"') {
                        quoted.append(c);
                    } else if (i < text.length() && text.charAt(i) == '"') {
                        quoted.append('"');
                        i++;
                    } else {
                        break;
                    }
                }
            }
            while (i < text.length()
                    && text.charAt(i) != delimiter
                    && text.charAt(i) != '\n'
                    && text.charAt(i) != '\r') {
                i++;
            }
            fields.add(trimmed(quoted == null ? text.substring(from, i) : quoted.toString()));
            boolean ended = i == text.length() || text.charAt(i) != delimiter;
            if (!ended && i + 1 == text.length()) {
                fields.add("");
                ended = true;
            }
            if (i < text.length() && text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                i++;
            }
            i++;
            if (ended) {
                if (fields.stream().anyMatch(field -> !field.isEmpty())) {
                    records.add(new CsvRecord(number, fields));
                }
                number++;
                fields = new ArrayList<>(24);
            }
        }
        return records;
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && (text.charAt(from) <= ' ' || text.charAt(from) == '\u00a0')) {
            from++;
        }
        while (to > from && (text.charAt(to - 1) <= ' ' || text.charAt(to - 1) == '\u00a0')) {
            to--;
        }
        return Normalizer.normalize(text.substring(from, to), Normalizer.Form.NFC);
    }
}
