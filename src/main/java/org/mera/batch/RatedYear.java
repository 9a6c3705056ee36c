package org.mera.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mera.committee.CommitteeRecord;
import org.mera.committee.StoredApproval;
import org.mera.committee.UnrankedCompany;
import org.mera.cycle.Revision;
import org.mera.methodology.Methodology;
import org.mera.ranking.Counts;
import org.mera.ranking.PreviousRanking;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.Ranking;
import org.mera.report.CompanyPaper;
import org.mera.report.CompanyPaperSource;

/** A rated year as it was published last: who stands where, who does not, and by what it was measured. It never changes; a later revision has its own. */
public final class RatedYear {

    private final Revision revision;
    private final Methodology methodology;
    private final Locale language;
    private final Counts counts;
    private final Ranking ranking;
    private final List<UnrankedCompany> unranked;
    private final PreviousRanking previous;
    private final CommitteeRecord record;
    private final Optional<StoredApproval> approval;
    private final CompanyPaperSource papers;
    private final Map<String, RankedCompany> rankedById = new HashMap<>();
    private final Map<String, UnrankedCompany> unrankedById = new HashMap<>();

    RatedYear(
            Revision revision,
            Methodology methodology,
            Locale language,
            Counts counts,
            Ranking ranking,
            List<UnrankedCompany> unranked,
            PreviousRanking previous,
            CommitteeRecord record,
            Optional<StoredApproval> approval,
            CompanyPaperSource papers) {
        this.revision = revision;
        this.methodology = methodology;
        this.language = language;
        this.counts = counts;
        this.ranking = ranking;
        this.unranked = List.copyOf(unranked);
        this.previous = previous;
        this.record = record;
        this.approval = approval;
        this.papers = papers;
        ranking.companies().forEach(company -> rankedById.put(company.company().id(), company));
        unranked.forEach(company -> unrankedById.put(company.id(), company));
    }

    public int year() {
        return revision.year();
    }

    public Revision revision() {
        return revision;
    }

    /** {@return what it was measured by, with the classes of the job} */
    public Methodology methodology() {
        return methodology;
    }

    /** {@return the language of its outputs} */
    public Locale language() {
        return language;
    }

    public Counts counts() {
        return counts;
    }

    public Ranking ranking() {
        return ranking;
    }

    /** {@return the companies that have no place, by identity (code points)} */
    public List<UnrankedCompany> unranked() {
        return unranked;
    }

    /** {@return the ranking that it is compared with} */
    public PreviousRanking previous() {
        return previous;
    }

    /** {@return what the committee had done when it was published} */
    public CommitteeRecord record() {
        return record;
    }

    /** {@return by which it was approved} Empty where it is preliminary; an approval that was taken back since stands here still. */
    public Optional<StoredApproval> approval() {
        return approval;
    }

    /** {@return what half of the ranked companies reach} */
    public CompanyPaper.Medians medians() {
        return papers.medians();
    }

    /** {@return a company with its place} Empty where it has none. */
    public Optional<RankedCompany> ranked(String id) {
        return Optional.ofNullable(rankedById.get(id));
    }

    /** {@return a company without a place} Empty where it has one, or the revision does not know it. */
    public Optional<UnrankedCompany> unranked(String id) {
        return Optional.ofNullable(unrankedById.get(id));
    }

    CompanyPaperSource papers() {
        return papers;
    }
}
