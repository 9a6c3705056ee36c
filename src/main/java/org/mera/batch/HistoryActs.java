package org.mera.batch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mera.audit.JdbcAuditLog;
import org.mera.committee.HistoryFile;
import org.mera.cycle.CycleException;
import org.mera.cycle.JdbcCycles;
import org.mera.cycle.JdbcRuns;
import org.mera.methodology.Methodology;
import org.mera.ranking.JdbcPastRankings;
import org.mera.ranking.PastRank;
import org.mera.submission.Form;
import org.mera.submission.FormContent;
import org.mera.submission.FormReader;
import org.springframework.stereotype.Component;

/** Brings in rankings from before this home. A run looks for them once, when it begins: what is brought in meanwhile is for the next. */
@Component
class HistoryActs implements HistoryDesk {

    private final JdbcRuns runs;
    private final JdbcCycles cycles;
    private final JdbcPastRankings rankings;
    private final JdbcAuditLog log;
    private final JdbcTransactions transactions;
    private final Clock clock;

    HistoryActs(
            JdbcRuns runs,
            JdbcCycles cycles,
            JdbcPastRankings rankings,
            JdbcAuditLog log,
            JdbcTransactions transactions,
            Clock clock) {
        this.runs = runs;
        this.cycles = cycles;
        this.rankings = rankings;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public HistoryReport importHistory(Path file) {
        Methodology methodology = runs.newestSettings(null)
                .orElseThrow(() -> CycleException.nothingRun(null))
                .loadMethodology();
        FormContent content = FormReader.read(file, Form.HISTORY, methodology);
        HistoryFile.Checked checked = HistoryFile.check(content, new TreeSet<>(cycles.years()));
        if (!checked.isSound() || checked.rankings().isEmpty()) {
            return new HistoryReport(content.file(), checked.problems(), Collections.emptySortedMap());
        }
        SortedMap<Integer, Integer> taken = counts(checked.rankings());
        Set<Integer> years = taken.keySet();
        Instant now = clock.instant();
        transactions.inTransaction(connection -> {
            log.append(
                    JdbcAuditLog.HOME,
                    now,
                    Holder.user(),
                    "import-history",
                    content.file() + ", SHA-256 " + content.sha256(),
                    inWords(rankings.imported(years)),
                    inWords(taken));
            rankings.replaceImported(checked.rankings());
        });
        return new HistoryReport(content.file(), checked.problems(), taken);
    }

    private static SortedMap<Integer, Integer> counts(Map<Integer, SortedMap<String, PastRank>> rankings) {
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        rankings.forEach((year, ranks) -> counts.put(year, ranks.size()));
        return counts;
    }

    private static String inWords(Map<Integer, Integer> companies) {
        return companies.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining("; "));
    }
}
