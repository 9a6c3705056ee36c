package org.mera.csv;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a file from its first byte to its last. Records are handed out as far as no fault is known; which fault is reported does not
 * depend on how the file is cut into chunks: first what is no text at all, then a bad byte, then a malformed record, the earliest of each.
 */
final class ScanPass {

    private final Window window;
    private final RecordHandler handler;
    private final EncodingCensus census = new EncodingCensus();
    private final MessageDigest digest = Sha256.digest();
    private final HeaderFinder headerFinder = new HeaderFinder();

    private FileHead head = FileHead.NOTHING;
    private boolean begun;
    private boolean stopped;
    private @Nullable TextEncoding encoding;
    private char delimiter = ';';
    private @Nullable RecordRun run;
    private @Nullable RawRecord record;
    private int number;
    private int lastNumber;
    private boolean wanted;

    private @Nullable Problem nul;
    private @Nullable Problem badByte;
    private @Nullable Problem malformed;

    /**
     * @param encoding the file's, where it is known; else it is guessed from the first chunk that is not ASCII
     */
    ScanPass(InputStream in, RecordHandler handler, int chunk, @Nullable TextEncoding encoding) {
        this.window = new Window(in, chunk);
        this.handler = handler;
        this.encoding = encoding;
    }

    CsvScan run() throws IOException {
        do {
            int from = window.read();
            int count = window.end() - from;
            digest.update(window.bytes(), from, count);
            census.add(window.bytes(), from, window.end());
            if (window.isLast()) {
                census.end();
            }
            if (begun || window.isLast() || window.end() >= FileHead.LONGEST) {
                begin();
                settleEncoding();
                noteBadBytes();
                readRecords();
                handler.passed(window);
            }
        } while (!window.isLast());
        String sha256 = HexFormat.of().formatHex(digest.digest());
        return new CsvScan(decided(), delimiter, census.size(), sha256, lastNumber, fault());
    }

    /** {@return whether the records were handed out in the encoding that the whole file turned out to have} */
    boolean guessHeld() {
        return encoding == null || encoding == decided();
    }

    /** {@return the encoding that the whole file speaks for} */
    TextEncoding decided() {
        return head.hasUtf8Mark() || census.speaksForUtf8() ? TextEncoding.UTF_8 : TextEncoding.WINDOWS_1251;
    }

    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        head = FileHead.of(window.bytes(), window.end());
        window.drop(head.length());
        stopped = head.isForeign();
        if (head.delimiter() != 0) {
            useDelimiter(head.delimiter());
        }
    }

    private void useDelimiter(char found) {
        delimiter = found;
        run = new RecordRun(found);
        record = new RawRecord(found, run);
    }

    /** Text that is ASCII so far reads the same in both encodings, so that the guess can wait for evidence. */
    private void settleEncoding() {
        if (encoding == null && !head.isForeign() && (head.hasUtf8Mark() || census.hasEvidence())) {
            encoding = decided();
        }
    }

    private void noteBadBytes() {
        if (nul == null && census.firstNul() >= 0) {
            nul = ScanFaults.nul(window.lineAt(window.indexOf(census.firstNul())), census.firstNul());
        }
        long offset = badByteOffset();
        if (badByte == null && offset >= 0) {
            int line = window.lineAt(window.indexOf(offset));
            badByte = encoding == TextEncoding.UTF_8
                    ? ScanFaults.notUtf8(line, offset, census.firstMalformedByte())
                    : ScanFaults.notWindows1251(line, offset);
        }
    }

    private long badByteOffset() {
        return encoding == null ? -1 : encoding == TextEncoding.UTF_8 ? census.firstMalformed() : census.first98();
    }

    private void readRecords() {
        int sound = Math.min(indexOrEnd(census.firstNul()), indexOrEnd(badByteOffset()));
        boolean cut = sound < window.end();
        // A bad byte ends no record, but shows that no LF follows a CR before it.
        int limit = cut ? sound + 1 : sound;
        boolean last = window.isLast() && !cut;
        while (!stopped && window.start() < limit && readRun(limit, last)) {
            // each turn takes a record, or several, away
        }
        stopped |= cut;
        if (stopped) {
            window.drop(window.end() - window.start());
        }
    }

    private int indexOrEnd(long offset) {
        return offset < 0 ? window.end() : window.indexOf(offset);
    }

    /** {@return whether a record was complete} */
    private boolean readRun(int limit, boolean last) {
        if (run == null || record == null) {
            return readAhead(limit, last);
        }
        int longest = wanted ? handler.longestRun() : 0;
        if (run.find(window.bytes(), window.start(), limit, last, longest)) {
            hand(record.at(window, number + 1, handedEncoding()));
            number += run.records();
            window.dropRecords(run.length(), run.lineEnds());
            return true;
        }
        if (run.outcome() != RecordEnd.Outcome.NEEDS_MORE) {
            malformed = ScanFaults.malformed(run.outcome(), run.end(), window, handedEncoding());
            stopped = true;
        }
        return false;
    }

    private boolean readAhead(int limit, boolean last) {
        HeaderFinder.Found found = headerFinder.look(window.bytes(), window.start(), limit, last, handedEncoding());
        switch (found) {
            case EMPTY -> {
                number++;
                window.drop(headerFinder.length());
            }
            case HEADER -> useDelimiter(headerFinder.delimiter());
            case NEEDS_MORE -> {
                return false;
            }
        }
        return true;
    }

    private void hand(RawRecord found) {
        if (found.isBlankFrom(0)) {
            return;
        }
        boolean isHeader = lastNumber == 0;
        lastNumber = number + found.runRecords();
        if (isHeader) {
            wanted = handler.header(found);
        } else if (wanted) {
            handler.record(found);
        }
    }

    private TextEncoding handedEncoding() {
        return encoding == null ? TextEncoding.UTF_8 : encoding;
    }

    private @Nullable Problem fault() {
        if (head.isForeign()) {
            return ScanFaults.foreign(head);
        }
        if (nul != null) {
            return ScanFaults.nulOrUtf16(nul, census.nuls(), census.size());
        }
        if (badByte != null) {
            return badByte;
        }
        if (malformed != null) {
            return malformed;
        }
        return lastNumber == 0 ? ScanFaults.empty() : null;
    }
}
