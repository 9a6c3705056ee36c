package org.mera.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mera.committee.Approval;
import org.mera.committee.JdbcDecisionLists;
import org.mera.committee.RatingFacts;
import org.mera.cycle.CycleException;
import org.mera.cycle.PaperSources;
import org.mera.cycle.Revision;
import org.mera.methodology.Methodology;
import org.mera.ranking.JdbcStandings;
import org.mera.ranking.JdbcStatistics;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.Ranking;
import org.mera.report.CommitteePaper;
import org.mera.report.CommitteePaperSource;
import org.mera.report.CommitteePapers;
import org.mera.report.CompanyPaper;
import org.mera.report.CompanyPaperSource;
import org.mera.report.CompanyPapers;
import org.mera.report.JdbcFindings;
import org.mera.report.JdbcReports;
import org.mera.report.OfficialTexts;
import org.mera.report.PaperCycle;
import org.mera.report.Papers;
import org.mera.submission.JdbcTables;
import org.springframework.stereotype.Component;

/** Opens what the papers of a run are printed by: its templates, wording and texts, and the ranking as it is stored. */
@Component
class PaperPresses {

    private final StoredRanking stored;
    private final JdbcTables tables;
    private final RatingFactsSource factsSource;
    private final CommitteePaperSource committeeSource;

    PaperPresses(
            StoredRanking stored,
            JdbcStandings standings,
            JdbcStatistics statistics,
            JdbcFindings findings,
            JdbcDecisionLists decisionLists,
            JdbcTables tables,
            RatingFactsSource factsSource) {
        this.stored = stored;
        this.tables = tables;
        this.factsSource = factsSource;
        this.committeeSource = new CommitteePaperSource(standings, statistics, findings, decisionLists);
    }

    /**
     * Opens the press of a run.
     *
     * @throws org.mera.report.PaperException where a file that papers are printed by has a fault
     */
    void open(ActiveRun run) {
        PaperSources sources = run.settings().paperSources();
        Papers papers = Papers.of(run.settings().language(), sources.folder());
        OfficialTexts texts = texts(sources.officialTexts(), run.methodology().criterionCount());
        Ranking ranking = stored.of(run);
        run.reports().press(new Press(run, papers, texts, ranking, factsSource.of(run)));
    }

    private static OfficialTexts texts(@Nullable Path file, int criteria) {
        try {
            return file == null ? OfficialTexts.NONE : OfficialTexts.read(file, criteria);
        } catch (IOException e) {
            throw CycleException.unreadablePaperSource(file, e);
        }
    }

    private static PaperCycle cycle(ActiveRun run) {
        Revision revision = run.revision();
        Methodology methodology = run.methodology();
        return new PaperCycle(
                methodology.title().in(run.settings().language()),
                revision.year(),
                methodology.version(),
                revision.cutoff(),
                revision.number(),
                approval(run.record().approval()));
    }

    private static PaperCycle.@Nullable Approval approval(@Nullable Approval approval) {
        return approval == null
                ? null
                : new PaperCycle.Approval(approval.protocol(), approval.date(), approval.edition());
    }

    private final class Press implements PaperPress {

        private final ActiveRun run;
        private final Ranking ranking;
        private final RatingFacts facts;
        private final Map<String, RankedCompany> ranked = new HashMap<>();
        private final PaperCycle cycle;
        private final CompanyPaperSource source;
        private final CompanyPapers companyPapers;
        private final CommitteePapers committeePapers;
        private final String edition;

        Press(ActiveRun run, Papers papers, OfficialTexts texts, Ranking ranking, RatingFacts facts) {
            this.run = run;
            this.ranking = ranking;
            this.facts = facts;
            ranking.companies().forEach(company -> ranked.put(company.company().id(), company));
            this.cycle = cycle(run);
            this.source = new CompanyPaperSource(
                    tables, run.methodology(), ranking, cycle, facts.record().decisions());
            this.companyPapers = new CompanyPapers(papers, run.methodology(), texts, run.previous());
            this.committeePapers = new CommitteePapers(papers);
            this.edition = papers.editionSha256();
        }

        @Override
        public String edition() {
            return edition;
        }

        @Override
        public void companies(List<String> companies, Consumer<Paper> each) {
            for (String company : companies) {
                each.accept(paper(company));
            }
        }

        private Paper paper(String company) {
            RankedCompany place = ranked.get(company);
            if (place == null) {
                throw new IllegalStateException(company + " has no place in the ranking");
            }
            try {
                CompanyPaper paper = source.paper(place);
                return new Paper(
                        company,
                        companyPapers.fingerprint(paper),
                        (revision, out) -> companyPapers.print(paper, revision, out));
            } catch (RuntimeException e) {
                throw new CompanyFailedException(company, e);
            }
        }

        @Override
        public void committee(Consumer<Paper> paper) {
            CommitteePaper content = committeeSource.paper(run.revision(), run.methodology(), ranking, cycle, facts);
            paper.accept(new Paper(
                    JdbcReports.COMMITTEE,
                    committeePapers.fingerprint(content),
                    (revision, out) -> committeePapers.print(content, revision, out)));
        }
    }
}
