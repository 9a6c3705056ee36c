package org.mera.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import org.mera.committee.JdbcDecisionLists;
import org.mera.committee.RatingFacts;
import org.mera.csv.Problem;
import org.mera.cycle.Revision;
import org.mera.export.RankingWorkbook;
import org.mera.export.WorkbookContent;
import org.mera.methodology.Methodology;
import org.mera.ranking.JdbcStandings;
import org.mera.ranking.JdbcStatistics;
import org.mera.ranking.Ranking;
import org.mera.seal.Publication;
import org.mera.submission.JdbcInventory;
import org.mera.submission.JdbcProblems;
import org.springframework.stereotype.Component;

/** Writes ranking.xlsx from what is stored. */
@Component
class WorkbookExport {

    private final JdbcStandings standings;
    private final JdbcStatistics statistics;
    private final JdbcProblems problems;
    private final JdbcInventory inventory;
    private final JdbcDecisionLists decisionLists;

    WorkbookExport(
            JdbcStandings standings,
            JdbcStatistics statistics,
            JdbcProblems problems,
            JdbcInventory inventory,
            JdbcDecisionLists decisionLists) {
        this.standings = standings;
        this.statistics = statistics;
        this.problems = problems;
        this.inventory = inventory;
        this.decisionLists = decisionLists;
    }

    /** Writes the workbook into the set; the caller has a snapshot. */
    void write(ActiveRun run, Ranking ranking, RatingFacts facts, Publication publication) throws IOException {
        Revision revision = run.revision();
        Methodology methodology = run.methodology();
        WorkbookContent content = new WorkbookContent(
                methodology,
                revision.year(),
                revision.number(),
                revision.cutoff(),
                run.counts(() -> standings.counts(revision)),
                ranking,
                statistics.of(revision, methodology, ranking, facts.record().decisions()),
                inventory.read(revision).stream()
                        .map(file -> new WorkbookContent.InputFile(file.file(), file.size(), file.sha256()))
                        .toList(),
                facts,
                decisionLists.of(revision, methodology, facts.record().decisions()));
        try (Stream<Problem> all = problems.inOrder(revision);
                OutputStream out = publication.newFile("ranking.xlsx")) {
            RankingWorkbook.write(content, all.iterator(), run.settings().language(), out);
        }
    }
}
