package org.mera.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mera.committee.Verification;
import org.mera.export.VerificationCsv;
import org.mera.ranking.Ranking;
import org.mera.report.JdbcFindings;
import org.mera.seal.Publication;
import org.springframework.stereotype.Component;

/** Writes {@code verification.csv} of a run aside. */
@Component
class VerificationExport {

    static final String NAME = "verification.csv";

    private final JdbcFindings findings;

    VerificationExport(JdbcFindings findings) {
        this.findings = findings;
    }

    /** Writes the list, within the caller's snapshot. */
    void write(ActiveRun run, Ranking ranking, Publication publication) throws IOException {
        List<Verification> verifications = run.record().verifications();
        Set<String> asked = verifications.stream().map(Verification::company).collect(Collectors.toSet());
        try (OutputStream out = publication.newFile(NAME)) {
            VerificationCsv.write(
                    run.methodology(),
                    findings.of(
                            run.revision(),
                            ranking.companies().stream()
                                    .filter(ranked -> ranked.standing().warnings() > 0
                                            || asked.contains(ranked.company().id()))),
                    verifications,
                    run.settings().language(),
                    out);
        }
        run.progress().advanced(1);
    }
}
