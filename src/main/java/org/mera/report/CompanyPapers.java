package org.mera.report;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mera.csv.Sha256;
import org.mera.methodology.Methodology;
import org.mera.ranking.PreviousRanking;

/** The companies' reports: made once a run, used by many threads. */
public final class CompanyPapers {

    private final Papers papers;
    private final Map<String, Integer> repeats;
    private final CompanyProfile profile;
    private final CompanyTable table;
    private final CompanyAnnex annex;

    /** @param texts the official texts of the criteria, where the job names a file of them */
    public CompanyPapers(Papers papers, Methodology methodology, OfficialTexts texts) {
        this(papers, methodology, texts, PreviousRanking.NONE);
    }

    /**
     * @param texts    the official texts of the criteria, where the job names a file of them
     * @param previous the ranking that places are compared with
     */
    public CompanyPapers(Papers papers, Methodology methodology, OfficialTexts texts, PreviousRanking previous) {
        this.papers = papers;
        this.repeats = Map.of("column", methodology.columns().size());
        this.profile = new CompanyProfile(papers, methodology, previous);
        this.table = new CompanyTable(papers, methodology, texts);
        this.annex = new CompanyAnnex(papers, methodology);
    }

    /**
     * Prints a company's report as PDF/A-2u. The stream stays open.
     *
     * @throws PaperException where it cannot be printed
     */
    public void print(CompanyPaper paper, OutputStream out) {
        print(paper, paper.cycle().revision(), out);
    }

    /** Prints the report as it was printed in another revision, which its fingerprint must be of. */
    public void print(CompanyPaper paper, int revision, OutputStream out) {
        papers.print(paper.cycle().inRevision(revision), subject(paper), repeats, parts(paper), out);
    }

    /** {@return a hash over all that the report prints and how it looks, except the revision} Equal hashes, equal reports. */
    public String fingerprint(CompanyPaper paper) {
        MessageDigest digest = Sha256.digest();
        add(digest, papers.editionSha256());
        add(digest, paper.cycle().title(papers.wording()));
        add(digest, paper.cycle().state(papers.wording()));
        add(digest, subject(paper));
        for (Part part : parts(paper)) {
            add(digest, part.template());
            new TreeMap<>(part.values()).forEach((name, value) -> add(digest, name + "=" + value));
            part.rows().forEachRemaining(row -> add(digest, row.toString()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private List<Part> parts(CompanyPaper paper) {
        return List.of(profile.part(paper), table.part(paper), annex.part(paper));
    }

    private String subject(CompanyPaper paper) {
        return paper.ranked().company().name();
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
