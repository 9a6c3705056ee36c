package org.mera.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import org.mera.audit.AuditEntry;
import org.mera.committee.CommitteeRecord;
import org.mera.methodology.Methodology;
import org.mera.ranking.PreviousRanking;

/**
 * What a recomputation needs to know of the committee and of the year before.
 *
 * @param record   what the committee has done
 * @param previous the ranking before this one
 */
public record SealedRecord(CommitteeRecord record, PreviousRanking previous) {

    /** Writes it into the set. */
    public void write(Publication publication, Methodology methodology) throws IOException {
        try (OutputStream out = publication.newFile(RecordCsv.DECISIONS)) {
            RecordCsv.writeDecisions(methodology, record, out);
        }
        try (OutputStream out = publication.newFile(RecordCsv.WITHDRAWALS)) {
            RecordCsv.writeWithdrawals(methodology, record, out);
        }
        try (OutputStream out = publication.newFile(RecordCsv.VERIFICATIONS)) {
            RecordCsv.writeVerifications(methodology, record, out);
        }
        try (OutputStream out = publication.newFile(RecordCsv.PREVIOUS)) {
            RecordCsv.writePrevious(methodology, previous, out);
        }
    }

    /** Writes the log of a year into a set that is being approved. */
    public static void writeLog(Publication publication, Iterator<AuditEntry> entries) throws IOException {
        try (OutputStream out = publication.newFile(RecordCsv.LOG)) {
            RecordCsv.writeLog(entries, out);
        }
    }
}
