package org.mera.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mera.csv.CsvRecord;
import org.mera.csv.CsvScan;
import org.mera.csv.CsvScanner;
import org.mera.csv.CsvSplitter;
import org.mera.csv.RawRecord;
import org.mera.csv.RecordHandler;

/**
 * The official texts of the criteria, from a file that the job names: number and text, one criterion a line, with or without a heading. Where there
 * is one, the papers print it in place of the reference to the Table.
 *
 * @param byCriterion by the criterion's number
 */
public record OfficialTexts(Map<Integer, String> byCriterion) {

    /** No official text at all. */
    public static final OfficialTexts NONE = new OfficialTexts(Map.of());

    public OfficialTexts {
        byCriterion = Map.copyOf(byCriterion);
    }

    /**
     * {@return the texts of a file} CSV like every file of an inbox: UTF-8 or Windows-1251, semicolon, comma or tab.
     *
     * @param criteria how many criteria there are
     * @throws PaperException where a line is not a number and a text, or a criterion stands twice; names file and line
     */
    public static OfficialTexts read(Path file, int criteria) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        CsvScan scan = CsvScanner.scan(bytes, new WholeFile());
        if (scan.fault() != null) {
            throw new PaperException(file + ":" + scan.fault().line() + ": is no CSV that can be read ("
                    + scan.fault().code().code() + ")");
        }
        Map<Integer, String> texts = new TreeMap<>();
        for (CsvRecord line : CsvSplitter.split(bytes, scan.encoding(), scan.delimiter(), 1)) {
            add(texts, file, line, criteria);
        }
        return new OfficialTexts(texts);
    }

    Optional<String> of(int criterion) {
        return Optional.ofNullable(byCriterion.get(criterion));
    }

    private static void add(Map<Integer, String> texts, Path file, CsvRecord line, int criteria) {
        List<String> fields = line.fields();
        String number = fields.get(0);
        boolean heading = texts.isEmpty() && line.number() == 1 && !number.matches("[0-9]+");
        if (heading || fields.stream().allMatch(String::isEmpty)) {
            return;
        }
        if (!number.matches("[0-9]{1,4}") || Integer.parseInt(number) < 1 || Integer.parseInt(number) > criteria) {
            throw new PaperException(file + ":" + line.number() + ": there is no criterion «" + number
                    + "»; write a number from 1 to " + criteria);
        }
        if (fields.size() < 2 || fields.get(1).isEmpty()) {
            throw new PaperException(file + ":" + line.number() + ": criterion " + number + " has no text");
        }
        if (texts.put(Integer.parseInt(number), fields.get(1)) != null) {
            throw new PaperException(file + ":" + line.number() + ": criterion " + number + " stands twice");
        }
    }

    /** The scan tells encoding and delimiter; the records are split afterwards. */
    private static final class WholeFile implements RecordHandler {

        @Override
        public boolean header(RawRecord header) {
            return false;
        }

        @Override
        public void record(RawRecord record) {
            throw new IllegalStateException("No record was wanted");
        }

        @Override
        public void restart() {
            // nothing is remembered
        }
    }
}
