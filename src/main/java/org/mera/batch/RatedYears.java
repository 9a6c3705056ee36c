package org.mera.batch;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mera.committee.Approval;
import org.mera.committee.CommitteeRecord;
import org.mera.committee.JdbcApprovals;
import org.mera.committee.JdbcCommitteeRecords;
import org.mera.committee.JdbcUnrankedCompanies;
import org.mera.committee.StoredApproval;
import org.mera.cycle.CycleException;
import org.mera.cycle.JdbcRuns;
import org.mera.cycle.Revision;
import org.mera.cycle.RunSettings;
import org.mera.methodology.Methodology;
import org.mera.ranking.Counts;
import org.mera.ranking.JdbcPastRankings;
import org.mera.ranking.JdbcRankedRevisions;
import org.mera.ranking.JdbcStandings;
import org.mera.ranking.PreviousRanking;
import org.mera.ranking.Ranking;
import org.mera.report.CompanyPaperSource;
import org.mera.report.PaperCycle;
import org.mera.submission.JdbcTables;
import org.springframework.stereotype.Component;

/** Holds the published ratings of a few years in memory: the newest year's for good, those of others as long as there is room. */
@Component
class RatedYears {

    private static final int YEARS = 3;

    private final JdbcRuns runs;
    private final JdbcStandings standings;
    private final JdbcRankedRevisions counts;
    private final JdbcUnrankedCompanies unranked;
    private final JdbcPastRankings past;
    private final JdbcCommitteeRecords records;
    private final JdbcApprovals approvals;
    private final JdbcTables tables;

    /** The one that was asked for last is the last. */
    private final Map<Integer, Held> held = new LinkedHashMap<>(16, 0.75f, true);

    /** Whoever comes second waits for the first instead of reading the same. */
    private final Map<Integer, Object> reading = new ConcurrentHashMap<>();

    RatedYears(
            JdbcRuns runs,
            JdbcStandings standings,
            JdbcRankedRevisions counts,
            JdbcUnrankedCompanies unranked,
            JdbcPastRankings past,
            JdbcCommitteeRecords records,
            JdbcApprovals approvals,
            JdbcTables tables) {
        this.runs = runs;
        this.standings = standings;
        this.counts = counts;
        this.unranked = unranked;
        this.past = past;
        this.records = records;
        this.approvals = approvals;
        this.tables = tables;
    }

    private record Held(int revision, Supplier<@Nullable RatedYear> year) {

        static Held of(RatedYear year, boolean forGood) {
            if (forGood) {
                return new Held(year.revision().number(), () -> year);
            }
            SoftReference<RatedYear> soft = new SoftReference<>(year);
            return new Held(year.revision().number(), soft::get);
        }
    }

    /** {@return the rating of a revision, where it is held} */
    Optional<RatedYear> held(Revision revision) {
        synchronized (held) {
            Held found = held.get(revision.year());
            return found == null || found.revision() != revision.number()
                    ? Optional.empty()
                    : Optional.ofNullable(found.year().get());
        }
    }

    /**
     * {@return the rating of a revision that is published} Within the caller's snapshot.
     *
     * @param forGood whether it is held until the year has another
     */
    RatedYear of(Revision revision, boolean forGood) {
        Optional<RatedYear> known = held(revision);
        if (known.isPresent()) {
            return known.get();
        }
        synchronized (reading.computeIfAbsent(revision.year(), any -> new Object())) {
            return held(revision).orElseGet(() -> {
                RatedYear read = read(revision);
                hold(read, forGood);
                return read;
            });
        }
    }

    /** A reader whose snapshot is older than the newest publication does not put the old one in its place. */
    private void hold(RatedYear year, boolean forGood) {
        synchronized (held) {
            Held before = held.get(year.year());
            if (before != null && before.revision() > year.revision().number()) {
                return;
            }
            held.put(year.year(), Held.of(year, forGood));
            if (held.size() > YEARS) {
                held.remove(held.keySet().iterator().next());
            }
        }
    }

    private RatedYear read(Revision revision) {
        int year = revision.year();
        RunSettings settings = runs.settings(revision)
                .or(() -> runs.newestSettings(year))
                .orElseThrow(() -> CycleException.nothingRun(year));
        Methodology methodology = settings.loadMethodology();
        PreviousRanking previous = past.before(year, methodology);
        Optional<StoredApproval> approval = approvals.of(revision);
        CommitteeRecord record =
                records.of(revision, approval.map(StoredApproval::approval).orElse(null));
        Ranking ranking = standings.ranking(revision, methodology, record.decisions(), previous.comparable());
        Counts counted = counts.counts(revision).orElseGet(() -> standings.counts(revision));
        PaperCycle cycle = new PaperCycle(
                methodology.title().in(settings.language()),
                year,
                methodology.version(),
                revision.cutoff(),
                revision.number(),
                approval.map(StoredApproval::approval).map(RatedYears::printed).orElse(null));
        return new RatedYear(
                revision,
                methodology,
                settings.language(),
                counted,
                ranking,
                unranked.of(revision),
                previous,
                record,
                approval,
                new CompanyPaperSource(tables, methodology, ranking, cycle, record.decisions()));
    }

    private static PaperCycle.Approval printed(Approval approval) {
        return new PaperCycle.Approval(approval.protocol(), approval.date(), approval.edition());
    }
}
