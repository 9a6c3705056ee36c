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

/** Writes {@code verification.csv} of a run aside. */
@Component
class VerificationExport {

    static final String NAME = "verification.csv";

    private final JdbcProblems problems;

    VerificationExport(JdbcProblems problems) {
        this.problems = problems;
    }

    /** Writes the list, within the caller's snapshot. */
    void write(ActiveRun run, Ranking ranking, Publication publication) throws IOException {
        List<Verification> verifications = run.record().verifications();
        Set<String> asked = verifications.stream().map(Verification::company).collect(Collectors.toSet());
        Iterator<RankedCompany> concerned = ranking.companies().stream()
                .filter(ranked -> ranked.standing().warnings() > 0
                        || asked.contains(ranked.company().id()))
                .iterator();
        try (OutputStream out = publication.newFile(NAME);
                Stream<Problem> all = problems.inOrderOfRanking(run.revision())) {
            VerificationCsv.write(
                    run.methodology(),
                    new RankedFindings(concerned, all.iterator()),
                    verifications,
                    run.settings().language(),
                    out);
        }
        run.progress().advanced(1);
    }
}
