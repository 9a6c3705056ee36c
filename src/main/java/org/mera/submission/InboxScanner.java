package org.mera.submission;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mera.csv.CsvScan;
import org.mera.csv.CsvScanner;
import org.mera.csv.Problem;
import org.mera.csv.RawRecord;
import org.mera.csv.RecordHandler;
import org.mera.methodology.Methodology;

/** Finds out what a file of the inbox is and whose record each of its records is. Reads a file once, in constant memory; may be shared by threads. */
public final class InboxScanner {

    private final Headings headings;
    private final Identity identity;

    public InboxScanner(Methodology methodology) {
        this.headings = Headings.of(methodology);
        this.identity = new Identity(methodology.identification());
    }

    /**
     * Scans a file to its end. {@return what it turned out to be} Where that is a rejected file, nothing that the sink was given counts.
     *
     * @param file relative to the inbox, with {@code /}
     * @throws IOException when the file cannot be opened or read: see {@link UnreadableFile}
     */
    public FileScan scan(Path inbox, String file, ScanSink sink) throws IOException {
        Path path = inbox.resolve(file);
        UnreadableFile.requireRegular(path);
        InboxRecords records = new InboxRecords(file, headings, identity, sink);
        CsvScan scan = CsvScanner.scan(path, records);
        @Nullable Problem fault = scan.fault();
        // A bad header may itself come from the wrong encoding: what is said of the bytes is said first.
        @Nullable Problem rejection = fault == null ? records.rejection() : named(file, fault);
        if (rejection == null) {
            records.end();
        }
        return new FileScan(
                file,
                scan.size(),
                scan.sha256(),
                scan.encoding(),
                scan.delimiter(),
                records.layout(),
                scan.records(),
                rejection);
    }

    /**
     * {@return whether a file's header is of the form companies, be it sound or not} Reads no further than the header needs.
     *
     * @throws IOException when the file cannot be opened or read
     */
    public boolean looksLikeRegister(Path inbox, String file) throws IOException {
        Path path = inbox.resolve(file);
        UnreadableFile.requireRegular(path);
        HeaderPeek peek = new HeaderPeek();
        try {
            CsvScanner.scan(path, peek);
        } catch (HeaderPeek.Seen seen) {
            return peek.isRegister;
        }
        return false;
    }

    static Problem named(String file, Problem fault) {
        return new Problem(
                file,
                fault.line(),
                fault.company(),
                fault.criterion(),
                fault.column(),
                fault.severity(),
                fault.code(),
                fault.variant(),
                fault.value(),
                fault.details());
    }

    /** Leaves the scanner at the header, by the only way out of it: the rest of a large file is not worth reading twice. */
    private final class HeaderPeek implements RecordHandler {

        private boolean isRegister;

        @Override
        public boolean header(RawRecord header) {
            isRegister = headings.form(InboxRecords.texts(header))
                    .filter(form -> form == Form.COMPANIES)
                    .isPresent();
            throw new Seen();
        }

        @Override
        public void record(RawRecord record) {
            throw new IllegalStateException("The header comes first");
        }

        @Override
        public void restart() {
            isRegister = false;
        }

        private static final class Seen extends RuntimeException {

            private static final long serialVersionUID = 1L;

            Seen() {
                super("The header was seen", null, false, false);
            }
        }
    }
}
