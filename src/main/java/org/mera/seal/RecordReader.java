package org.mera.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mera.audit.AuditEntry;
import org.mera.committee.CommitteeRecord;
import org.mera.committee.Verification;
import org.mera.csv.CodePoints;
import org.mera.csv.CsvInput;
import org.mera.methodology.Methodology;
import org.mera.ranking.PastRank;
import org.mera.ranking.PreviousRanking;
import org.mera.scoring.ClassDecision;
import org.mera.scoring.Decision;
import org.mera.scoring.Decisions;
import org.mera.scoring.Withdrawal;

/** Reads back what {@link RecordCsv} has written. A line that says nothing sensible is told of and left out. */
final class RecordReader {

    private final Path folder;
    private final Methodology methodology;
    private final Consumer<Difference> each;

    private RecordReader(Path folder, Methodology methodology, Consumer<Difference> each) {
        this.folder = folder;
        this.methodology = methodology;
        this.each = each;
    }

    /** {@return what is sealed of the committee and of the year before} */
    static SealedRecord read(Path folder, Manifest manifest, Methodology methodology, Consumer<Difference> each) {
        RecordReader reader = new RecordReader(folder, methodology, each);
        CommitteeRecord record = new CommitteeRecord(
                reader.decisions(),
                reader.verifications(),
                manifest.committee().edition(),
                manifest.committee().approval());
        if (record.decisions().all().size() + record.decisions().allClasses().size()
                != manifest.committee().decisions()) {
            each.accept(new Difference(
                    RecordCsv.DECISIONS,
                    "has not the " + manifest.committee().decisions() + " decisions that the manifest counts"));
        }
        Manifest.SealedLog log = manifest.committee().log();
        if (log != null) {
            reader.log(manifest.year(), log, record.decisions());
        }
        return new SealedRecord(record, reader.previous(manifest.previous()));
    }

    /** Takes a line over, or refuses it. */
    private interface Taking {

        /** @throws IllegalArgumentException where the line says nothing sensible; the message says what is wrong with it */
        void take(CsvInput.Line line);
    }

    private Decisions decisions() {
        List<Decision> cells = new ArrayList<>();
        List<ClassDecision> classes = new ArrayList<>();
        lines(RecordCsv.DECISIONS, RecordCsv.decisionHeadings(methodology), line -> {
            if (line.cell(1).isEmpty()) {
                classes.add(new ClassDecision(
                        text(line, 0), text(line, 8), text(line, 5), text(line, 6), LocalDate.parse(line.cell(7))));
            } else {
                cells.add(decision(line));
            }
        });
        Map<String, Withdrawal> withdrawn = new HashMap<>();
        lines(RecordCsv.WITHDRAWALS, RecordCsv.withdrawalHeadings(methodology), line -> {
            Withdrawal withdrawal = new Withdrawal(text(line, 0), text(line, 1));
            withdrawn.put(withdrawal.company(), withdrawal);
        });
        return Decisions.of(cells, classes, withdrawn);
    }

    private Decision decision(CsvInput.Line line) {
        int criterion = Integer.parseInt(line.cell(1));
        int column = Integer.parseInt(line.cell(2));
        if (methodology.criterion(criterion).isEmpty()
                || methodology.columns().stream().noneMatch(each -> each.number() == column)) {
            throw new IllegalArgumentException(
                    "the methodology has no criterion " + criterion + " in a column " + column);
        }
        int score = methodology
                .scale()
                .units(line.cell(3))
                .orElseThrow(() -> new IllegalArgumentException(line.cell(3) + " is no score of the scale"));
        return new Decision(
                text(line, 0),
                criterion,
                column,
                score,
                text(line, 4),
                text(line, 5),
                text(line, 6),
                LocalDate.parse(line.cell(7)));
    }

    private List<Verification> verifications() {
        List<Verification> verifications = new ArrayList<>();
        lines(
                RecordCsv.VERIFICATIONS,
                RecordCsv.verificationHeadings(methodology),
                line -> verifications.add(new Verification(
                        text(line, 0),
                        line.cell(1).isEmpty() ? null : Integer.valueOf(line.cell(1)),
                        text(line, 2),
                        text(line, 3),
                        text(line, 4),
                        Verification.Outcome.valueOf(line.cell(5).toUpperCase(Locale.ROOT)),
                        text(line, 6),
                        line.cell(7).isEmpty() ? null : LocalDate.parse(line.cell(7)))));
        return verifications;
    }

    private PreviousRanking previous(Manifest.@Nullable Previous previous) {
        SortedMap<String, PastRank> ranks = new TreeMap<>(CodePoints.ORDER);
        lines(
                RecordCsv.PREVIOUS,
                RecordCsv.previousHeadings(methodology),
                line -> ranks.put(text(line, 0), new PastRank(Integer.parseInt(line.cell(1)), line.cell(2))));
        if (previous == null) {
            if (!ranks.isEmpty()) {
                each.accept(new Difference(RecordCsv.PREVIOUS, "holds a ranking of which the manifest does not know"));
            }
            return PreviousRanking.NONE;
        }
        return new PreviousRanking(
                previous.year(), previous.methodologyVersion(), previous.comparability(), ranks, null);
    }

    private void log(int year, Manifest.SealedLog sealed, Decisions decisions) {
        LoggedActs acts = new LoggedActs();
        boolean[] sound = {true};
        @Nullable AuditEntry[] last = {null};
        lines(RecordCsv.LOG, RecordCsv.LOG_HEADINGS, line -> {
            AuditEntry entry = entry(line);
            if (entry.year() != year || !entry.isSoundAfter(last[0])) {
                sound[0] = false;
                each.accept(new Difference(
                        RecordCsv.LOG,
                        line.number(),
                        "the chain breaks at entry " + entry.number() + " («" + entry.act()
                                + "»): it, or one before it, was changed, taken out or put in"));
            }
            acts.add(entry);
            last[0] = entry;
        });
        AuditEntry end = last[0];
        if (end == null || end.number() != sealed.entries() || !end.sha256().equals(sealed.sha256())) {
            each.accept(new Difference(
                    RecordCsv.LOG,
                    "ends with " + (end == null ? "no entry" : "entry " + end.number() + " (" + end.sha256() + ")")
                            + ", but entry " + sealed.entries() + " (" + sealed.sha256()
                            + ") was the last when the manifest was sealed"));
        } else if (sound[0]) {
            acts.compare(decisions, methodology.scale(), each);
        }
    }

    private static AuditEntry entry(CsvInput.Line line) {
        return new AuditEntry(
                Integer.parseInt(line.cell(0)),
                Long.parseLong(line.cell(1)),
                Instant.parse(line.cell(2)),
                text(line, 3),
                text(line, 4),
                text(line, 5),
                text(line, 6),
                text(line, 7),
                line.cell(8),
                line.cell(9));
    }

    private void lines(String name, List<String> headings, Taking taking) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            each.accept(new Difference(name, "missing, and without it the result cannot be recomputed"));
            return;
        }
        try (CsvInput csv = CsvInput.data(Files.newInputStream(file))) {
            if (!csv.hasNext() || !csv.next().cells().equals(headings)) {
                each.accept(new Difference(name, 1, "the heading is not " + String.join(",", headings)));
            }
            while (csv.hasNext()) {
                CsvInput.Line line = csv.next();
                try {
                    taking.take(line);
                } catch (IllegalArgumentException | DateTimeException e) {
                    each.accept(new Difference(name, line.number(), "cannot be understood: " + e.getMessage()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(CsvInput.Line line, int cell) {
        return RecordCsv.plain(line.cell(cell));
    }
}
