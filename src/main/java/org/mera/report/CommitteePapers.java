package org.mera.report;

import java.io.OutputStream;
import java.util.Map;

/** Prints the committee's report. Its parts are told one after another, so that a rating of many thousand companies fits into memory. */
public final class CommitteePapers {

    private final Papers papers;

    public CommitteePapers(Papers papers) {
        this.papers = papers;
    }

    /**
     * Prints the report. Findings from a database are read bit by bit only within a transaction.
     *
     * @throws PaperException where a template or a wording has a fault
     */
    public void print(CommitteePaper paper, OutputStream out) {
        print(paper, paper.cycle().revision(), out);
    }

    /** Prints the report as it was printed in another revision, which its fingerprint must be of. */
    public void print(CommitteePaper paper, int revision, OutputStream out) {
        try (CommitteeParts parts = new CommitteeParts(paper, papers);
                PageStore store = PageStore.onDisk()) {
            papers.print(
                    paper.cycle().inRevision(revision),
                    papers.wording().text("committee.subject"),
                    repeats(paper),
                    parts.all(),
                    store,
                    out);
        }
    }

    /** {@return SHA-256 over everything that is printed, the number of the revision apart} As 64 hexadecimal digits. */
    public String fingerprint(CommitteePaper paper) {
        try (CommitteeParts parts = new CommitteeParts(paper, papers)) {
            PartsFingerprint fingerprint = new PartsFingerprint();
            fingerprint.add(papers.editionSha256());
            fingerprint.add(paper.cycle().title(papers.wording()));
            fingerprint.add(paper.cycle().state(papers.wording()));
            parts.all().forEach(fingerprint::add);
            return fingerprint.sha256();
        }
    }

    private static Map<String, Integer> repeats(CommitteePaper paper) {
        return Map.of(
                "column",
                paper.methodology().columns().size(),
                "section",
                HeatMap.sectionsOnASheet(paper.methodology()));
    }
}
