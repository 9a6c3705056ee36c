package org.mera.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mera.company.Participation;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.csv.Severity;

/** What a line of the register says, wherever it stands, as bytes. */
final class EntryText {

    private EntryText() {}

    static void put(PackedBytes packed, RegisterEntry entry) {
        Participation participation = entry.participation();
        packed.put(entry.name())
                .put(entry.industry())
                .put(entry.region())
                .put(participation == null ? "" : participation.word())
                .put(entry.problems().size());
        for (Problem problem : entry.problems()) {
            packed.put(problem.column())
                    .put(problem.severity().word())
                    .put(problem.code().code())
                    .put(problem.variant())
                    .put(problem.value())
                    .put(problem.details().size());
            problem.details().forEach(packed::put);
        }
    }

    static RegisterEntry read(PackedBytes.Reader packed, String company, int line) {
        String name = packed.text();
        String industry = packed.text();
        String region = packed.text();
        Participation participation = Participation.of(packed.text()).orElse(null);
        List<Problem> problems = new ArrayList<>(0);
        for (int left = packed.number(); left > 0; left--) {
            problems.add(problem(packed, company, line));
        }
        return new RegisterEntry(company, name, industry, region, participation, "", line, problems);
    }

    private static Problem problem(PackedBytes.Reader packed, String company, int line) {
        String column = packed.text();
        Severity severity = Severity.valueOf(packed.text().toUpperCase(Locale.ROOT));
        ProblemCode code = ProblemCode.of(packed.text());
        String variant = packed.text();
        String value = packed.text();
        List<String> details = new ArrayList<>();
        for (int left = packed.number(); left > 0; left--) {
            details.add(packed.text());
        }
        return new Problem("", line, company, null, column, severity, code, variant, value, details);
    }
}
