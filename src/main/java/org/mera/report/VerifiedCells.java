package org.mera.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mera.committee.Verification;
import org.mera.committee.VerificationCounts;
import org.mera.csv.Problem;

/** What came of the questions that the committee asked about what has to be verified. */
final class VerifiedCells {

    private final CommitteePaper paper;
    private final Wording wording;
    private final List<Verification> verifications;
    private final Map<Verification.Subject, Verification> bySubject = new HashMap<>();

    VerifiedCells(CommitteePaper paper, Wording wording) {
        this.paper = paper;
        this.wording = wording;
        verifications = paper.facts().record().verifications();
        verifications.forEach(verification -> bySubject.put(verification.subject(), verification));
    }

    /** {@return what came of the question about a warning} Empty where nobody asked. */
    String state(Problem problem) {
        Verification verification = bySubject.get(Verification.Subject.of(problem));
        if (verification == null) {
            return "";
        }
        String outcome =
                wording.text("committee.verification." + verification.outcome().word());
        LocalDate date = verification.date();
        return date == null ? outcome : outcome + " " + wording.date(date);
    }

    /** {@return how many questions were asked and what came of them, and how many warnings nobody asked about} */
    String summary() {
        VerificationCounts counts = VerificationCounts.of(verifications);
        long warnings = paper.ranking().companies().stream()
                .mapToLong(ranked -> ranked.standing().warnings())
                .sum();
        return wording.text(
                "committee.verification.counts",
                counts.asked(),
                counts.confirmed(),
                counts.changed(),
                counts.open(),
                warnings - warningsAskedAbout(),
                warnings);
    }

    private long warningsAskedAbout() {
        if (verifications.isEmpty()) {
            return 0;
        }
        Set<String> companies =
                verifications.stream().map(Verification::company).collect(Collectors.toSet());
        long asked = 0;
        for (Iterator<CompanyFindings> each = paper.findings().toVerify(companies); each.hasNext(); ) {
            asked += each.next().problems().stream()
                    .filter(problem -> bySubject.containsKey(Verification.Subject.of(problem)))
                    .count();
        }
        return asked;
    }
}
