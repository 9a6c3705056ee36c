package org.mera.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mera.committee.Verification;
import org.mera.csv.Problem;
import org.mera.export.VerificationCsv;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.Ranking;
import org.mera.report.RankedFindings;
import org.mera.seal.Publication;
import org.mera.submission.JdbcProblems;
import org.springframework.stereotype.Component;

/** Writes aside what is listed company by company, in one pass over the problems of a run: {@code returns/} and {@code verification.csv}. */
@Component
class CompanyLists {

    static final String VERIFICATION = "verification.csv";

    private final JdbcProblems problems;

    CompanyLists(JdbcProblems problems) {
        this.problems = problems;
    }

    /** Writes the lists, within the caller's snapshot. */
    void write(ActiveRun run, Ranking ranking, Publication publication) throws IOException {
        List<Verification> verifications = run.record().verifications();
        Set<String> asked = verifications.stream().map(Verification::company).collect(Collectors.toSet());
        Iterator<RankedCompany> concerned = ranking.companies().stream()
                .filter(ranked -> ranked.standing().warnings() > 0
                        || asked.contains(ranked.company().id()))
                .iterator();
        try (Stream<Problem> all = problems.byCompany(run.revision())) {
            CompanyReturns returns = new CompanyReturns(run, ranking, publication, all.iterator());
            try (OutputStream out = publication.newFile(VERIFICATION)) {
                VerificationCsv.write(
                        run.methodology(),
                        new RankedFindings(concerned, returns),
                        verifications,
                        run.settings().language(),
                        out);
            }
            run.progress().advanced(1);
            returns.writeTheOthers();
        }
    }
}
