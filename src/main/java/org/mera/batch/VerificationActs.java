package org.mera.batch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mera.committee.ActKind;
import org.mera.committee.JdbcCompanyStates;
import org.mera.committee.JdbcVerifications;
import org.mera.committee.Verification;
import org.mera.committee.VerificationCounts;
import org.mera.committee.VerificationFile;
import org.mera.submission.Form;
import org.mera.submission.FormContent;
import org.mera.submission.FormLine;
import org.mera.submission.FormReader;
import org.springframework.stereotype.Component;

/** Takes verifications. They change no score: where one finds a score wrong, the committee decides. */
@Component
class VerificationActs implements VerificationDesk {

    private final CommitteeActs acts;
    private final JdbcVerifications verifications;
    private final JdbcCompanyStates companies;
    private final Clock clock;

    VerificationActs(CommitteeActs acts, JdbcVerifications verifications, JdbcCompanyStates companies, Clock clock) {
        this.acts = acts;
        this.verifications = verifications;
        this.companies = companies;
        this.clock = clock;
    }

    @Override
    public VerificationReport verification(Path file, String name, int year) {
        return acts.holding(year, cycle -> verification(cycle, file, name));
    }

    private VerificationReport verification(CommitteeActs.OpenCycle cycle, Path file, String name) {
        FormContent content = FormReader.read(file, name, Form.VERIFICATION, cycle.methodology());
        Set<String> known = companies
                .of(
                        cycle.published(),
                        content.lines().stream()
                                .filter(VerificationFile::isAsked)
                                .map(FormLine::company)
                                .filter(company -> !company.isEmpty())
                                .collect(Collectors.toSet()))
                .keySet();
        VerificationFile.Checked checked =
                VerificationFile.check(content, cycle.methodology(), known::contains, LocalDate.now(clock));
        List<Verification> before = verifications.all(cycle.year());
        if (!checked.isSound() || checked.lines().isEmpty()) {
            return new VerificationReport(
                    cycle.year(),
                    content.file(),
                    content.headings(),
                    checked.problems(),
                    VerificationCounts.of(List.of()),
                    VerificationCounts.of(before));
        }
        return take(cycle, content, checked, before);
    }

    private VerificationReport take(
            CommitteeActs.OpenCycle cycle,
            FormContent content,
            VerificationFile.Checked checked,
            List<Verification> before) {
        List<Verification> said = checked.lines().stream()
                .map(VerificationFile.Line::verification)
                .toList();
        VerificationCounts standing = VerificationCounts.of(after(before, said));
        acts.store(
                cycle,
                new CommitteeActs.Act(
                        ActKind.VERIFICATION,
                        content.file(),
                        content.sha256(),
                        content.file() + ", SHA-256 " + content.sha256(),
                        logged(VerificationCounts.of(before)),
                        logged(standing)),
                act -> checked.lines()
                        .forEach(line -> verifications.add(act, line.record(), cycle.year(), line.verification())));
        return new VerificationReport(
                cycle.year(),
                content.file(),
                content.headings(),
                checked.problems(),
                VerificationCounts.of(said),
                standing);
    }

    private static List<Verification> after(List<Verification> before, List<Verification> said) {
        Map<Verification.Subject, Verification> standing = new LinkedHashMap<>();
        before.forEach(verification -> standing.put(verification.subject(), verification));
        said.forEach(verification -> standing.put(verification.subject(), verification));
        return List.copyOf(standing.values());
    }

    private static String logged(VerificationCounts counts) {
        return "confirmed " + counts.confirmed() + ", changed " + counts.changed() + ", open " + counts.open();
    }
}
