package org.mera.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mera.csv.PassedBytes;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.csv.RawRecord;
import org.mera.csv.RecordHandler;

/** Tells of each record of one file whose it is, and hands on what was found. */
final class InboxRecords implements RecordHandler {

    private final String file;
    private final Headings headings;
    private final Identity identity;
    private final ScanSink sink;

    private @Nullable Layout layout;
    private @Nullable Problem rejection;
    private @Nullable RegisterLines register;
    private Ranges ranges;
    private int identityIndex;
    private int[] nameless = {};

    /** Of the record before: its identity as it stood in the file and as text, and the company it names, if any. */
    private byte @Nullable [] raw;

    private String text = "";
    private @Nullable String company;

    InboxRecords(String file, Headings headings, Identity identity, ScanSink sink) {
        this.file = file;
        this.headings = headings;
        this.identity = identity;
        this.sink = sink;
        this.ranges = new Ranges(sink::range);
    }

    @Nullable
    Layout layout() {
        return layout;
    }

    @Nullable
    Problem rejection() {
        return rejection;
    }

    @Override
    public void restart() {
        layout = null;
        rejection = null;
        register = null;
        ranges = new Ranges(sink::range);
        nameless = new int[0];
        raw = null;
        text = "";
        company = null;
        sink.restart();
    }

    @Override
    public boolean header(RawRecord header) {
        Header recognised = headings.recognise(file, header.number(), texts(header));
        if (recognised instanceof Header.Sound sound) {
            begin(sound.layout(), header);
            sound.warnings().forEach(sink::problem);
            return true;
        }
        rejection = ((Header.Rejected) recognised).problem();
        return false;
    }

    static List<String> texts(RawRecord record) {
        List<String> texts = new ArrayList<>(record.fieldCount());
        for (int i = 0; i < record.fieldCount(); i++) {
            texts.add(record.field(i));
        }
        return texts;
    }

    private void begin(Layout recognised, RawRecord header) {
        layout = recognised;
        register = recognised.form() == Form.COMPANIES ? new RegisterLines(file, recognised) : null;
        identityIndex = recognised.indexOf(identity.field());
        nameless = IntStream.range(0, header.fieldCount())
                .filter(i -> header.field(i).isEmpty())
                .toArray();
    }

    /** Of what stands in the records behind a run's first nothing is looked at but where they stand. */
    @Override
    public int longestRun() {
        return identityIndex == 0 && register == null && nameless.length == 0 ? ranges.room() : 0;
    }

    @Override
    public void record(RawRecord record) {
        if (raw == null || !record.fieldEquals(identityIndex, raw)) {
            identify(record);
        }
        if (company == null) {
            ranges.close();
            return;
        }
        if (register != null) {
            sink.entry(register.read(company, record));
        } else {
            ranges.add(company, record.offset(), record.runLength(), record.number(), record.runRecords());
        }
        if (nameless.length > 0) {
            warnOfNamelessText(record);
        }
    }

    @Override
    public void passed(PassedBytes bytes) {
        ranges.hash(bytes);
    }

    /** Ends the last range. To be called when the file was scanned to its end. */
    void end() {
        ranges.end();
    }

    private void identify(RawRecord record) {
        boolean first = raw == null;
        String found = record.field(identityIndex);
        raw = record.rawField(identityIndex);
        boolean sameFault = !first && company == null && found.equals(text);
        text = found;
        company = identity.parse(found).orElse(null);
        if (company == null && !sameFault) {
            sink.problem(identity.bad(file, record.number(), found));
        }
    }

    /** Said once of a file: columns without a heading are a spreadsheet's leftovers, and their text is nowhere looked at. */
    private void warnOfNamelessText(RawRecord record) {
        for (int index : nameless) {
            if (index >= record.fieldCount()) {
                return;
            }
            String found = record.field(index);
            if (!found.isEmpty()) {
                sink.problem(Problem.of(ProblemCode.EXTRA_COLUMN, file, record.number())
                        .withVariant("nameless")
                        .withValue(found)
                        .withDetails(Integer.toString(index + 1)));
                nameless = new int[0];
                return;
            }
        }
    }
}
