package org.mera.submission;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mera.company.Participation;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.csv.RawRecord;

/** Reads the lines of a register of companies. */
final class RegisterLines {

    private final String file;
    private final Layout layout;
    private final int name;
    private final int industry;
    private final int region;
    private final int participation;

    RegisterLines(String file, Layout layout) {
        this.file = file;
        this.layout = layout;
        this.name = layout.indexOf("name");
        this.industry = layout.indexOf("industry");
        this.region = layout.indexOf("region");
        this.participation = layout.indexOf("participation");
    }

    RegisterEntry read(String company, RawRecord record) {
        if (isMiscounted(record)) {
            String found = Integer.toString(record.fieldCount());
            Problem miscounted = problem(ProblemCode.WRONG_FIELD_COUNT, company, record)
                    .withValue(found)
                    .withDetails(found, Integer.toString(layout.columns().size()));
            return new RegisterEntry(
                    company, record.field(name), "", "", null, file, record.number(), List.of(miscounted));
        }
        String companyName = record.field(name);
        String word = record.field(participation);
        Optional<Participation> kind = Participation.of(Words.plain(word));
        List<Problem> problems = new ArrayList<>(2);
        if (companyName.isEmpty()) {
            problems.add(
                    problem(ProblemCode.INCOMPLETE_COMPANY, company, record).withColumn("name"));
        }
        if (kind.isEmpty()) {
            problems.add(problem(ProblemCode.INCOMPLETE_COMPANY, company, record)
                    .withColumn("participation")
                    .withVariant(word.isEmpty() ? "no-participation" : "participation")
                    .withValue(word)
                    .withDetails(words(Participation::word), words(Participation::russian)));
        }
        return new RegisterEntry(
                company,
                companyName,
                record.field(industry),
                record.field(region),
                kind.orElse(null),
                file,
                record.number(),
                problems);
    }

    /** Spreadsheets drop empty columns at a line's end: shorter is sound where only industry and region are missing, longer where the surplus is empty. */
    private boolean isMiscounted(RawRecord record) {
        return record.fieldCount() <= Math.max(name, participation)
                || !record.isBlankFrom(layout.columns().size());
    }

    private Problem problem(ProblemCode code, String company, RawRecord record) {
        return Problem.of(code, file, record.number()).withCompany(company);
    }

    private static String words(Function<Participation, String> word) {
        return Arrays.stream(Participation.values()).map(word).collect(Collectors.joining(", "));
    }
}
