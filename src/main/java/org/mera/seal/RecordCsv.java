package org.mera.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.mera.audit.AuditEntry;
import org.mera.committee.CommitteeRecord;
import org.mera.committee.Verification;
import org.mera.csv.CsvOutput;
import org.mera.export.Headings;
import org.mera.methodology.Methodology;
import org.mera.ranking.PastRank;
import org.mera.ranking.PreviousRanking;
import org.mera.scoring.ClassDecision;
import org.mera.scoring.Decision;
import org.mera.scoring.Withdrawal;

/**
 * How what the committee has done is written into {@code sealed/}: by the headings of the forms that it was handed in by, so that it is read with
 * the same eyes. A recomputation needs every text as it was: one that begins with {@code '} gets another in front, as formulas do.
 */
final class RecordCsv {

    static final String DECISIONS = "sealed/decisions.csv";
    static final String WITHDRAWALS = "sealed/withdrawals.csv";
    static final String VERIFICATIONS = "sealed/verifications.csv";
    static final String PREVIOUS = "sealed/previous-ranking.csv";
    static final String LOG = "sealed/log.csv";

    static final List<String> LOG_HEADINGS =
            List.of("year", "number", "at", "who", "act", "subject", "before", "after", "previous_sha256", "sha256");

    private RecordCsv() {}

    static List<String> decisionHeadings(Methodology methodology) {
        return headings(methodology, "criterion", "column", "score", "evidence", "reason", "protocol", "date", "class");
    }

    static List<String> withdrawalHeadings(Methodology methodology) {
        return headings(methodology, "reason");
    }

    static List<String> verificationHeadings(Methodology methodology) {
        return headings(methodology, "criterion", "column", "request", "answer", "outcome", "verifier", "date");
    }

    static List<String> previousHeadings(Methodology methodology) {
        return headings(methodology, "rank", "indicator");
    }

    private static List<String> headings(Methodology methodology, String... others) {
        return Stream.concat(Stream.of(Headings.identity(methodology.identification())), Stream.of(others))
                .toList();
    }

    /** Writes the decisions by company, cell and the order in which they were taken, superseded ones too, and closes the stream. */
    static void writeDecisions(Methodology methodology, CommitteeRecord record, OutputStream out) throws IOException {
        try (CsvOutput csv = begun(decisionHeadings(methodology), out)) {
            for (Decision decision : record.decisions().all()) {
                text(csv, decision.company());
                csv.number(decision.criterion()).number(decision.column());
                csv.number(methodology.scale().points(decision.score()));
                text(csv, decision.evidence());
                text(csv, decision.reason());
                text(csv, decision.protocol());
                csv.number(decision.date().toString()).empty().end();
            }
            for (ClassDecision decision : record.decisions().allClasses()) {
                text(csv, decision.company());
                csv.empty().empty().empty().empty();
                text(csv, decision.reason());
                text(csv, decision.protocol());
                csv.number(decision.date().toString());
                text(csv, decision.scoreClass());
                csv.end();
            }
        }
    }

    static void writeWithdrawals(Methodology methodology, CommitteeRecord record, OutputStream out) throws IOException {
        try (CsvOutput csv = begun(withdrawalHeadings(methodology), out)) {
            for (Withdrawal withdrawal : record.decisions().withdrawn().values()) {
                text(csv, withdrawal.company());
                text(csv, withdrawal.reason());
                csv.end();
            }
        }
    }

    static void writeVerifications(Methodology methodology, CommitteeRecord record, OutputStream out)
            throws IOException {
        try (CsvOutput csv = begun(verificationHeadings(methodology), out)) {
            for (Verification verification : record.verifications()) {
                Integer criterion = verification.criterion();
                text(csv, verification.company());
                csv.number(criterion == null ? "" : criterion.toString());
                text(csv, verification.column());
                text(csv, verification.request());
                text(csv, verification.answer());
                csv.number(verification.outcome().name().toLowerCase(Locale.ROOT));
                text(csv, verification.verifier());
                csv.number(verification.date() == null ? "" : String.valueOf(verification.date()));
                csv.end();
            }
        }
    }

    static void writePrevious(Methodology methodology, PreviousRanking previous, OutputStream out) throws IOException {
        try (CsvOutput csv = begun(previousHeadings(methodology), out)) {
            for (Map.Entry<String, PastRank> past : previous.ranks().entrySet()) {
                text(csv, past.getKey());
                csv.number(past.getValue().rank()).number(past.getValue().indicator());
                csv.end();
            }
        }
    }

    static void writeLog(Iterator<AuditEntry> entries, OutputStream out) throws IOException {
        try (CsvOutput csv = begun(LOG_HEADINGS, out)) {
            while (entries.hasNext()) {
                AuditEntry entry = entries.next();
                csv.number(entry.year()).number(Long.toString(entry.number()));
                csv.number(entry.at().toString());
                text(csv, entry.who());
                text(csv, entry.act());
                text(csv, entry.subject());
                text(csv, entry.before());
                text(csv, entry.after());
                csv.number(entry.previousSha256()).number(entry.sha256());
                csv.end();
            }
        }
    }

    /** {@return the text that a cell of these files holds} */
    static String plain(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }

    private static void text(CsvOutput csv, String text) {
        csv.text(text.startsWith("'") ? "'" + text : text);
    }

    private static CsvOutput begun(List<String> headings, OutputStream out) throws IOException {
        CsvOutput csv = CsvOutput.data(out);
        headings.forEach(csv::text);
        csv.end();
        return csv;
    }
}
