package org.mera.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mera.committee.Verification;
import org.mera.csv.CsvOutput;
import org.mera.csv.Problem;
import org.mera.methodology.Methodology;
import org.mera.report.CompanyFindings;

/**
 * {@code verification.csv}: what the committee has to verify, and what came of it. A line for each warning of a ranked company, then one for each
 * other cell of it that was asked about; at the end what was asked of companies that are not ranked. Filled in, it is a verification file.
 */
public final class VerificationCsv {

    private final CsvOutput csv;
    private final Locale language;
    private final Map<String, List<Verification>> byCompany = new LinkedHashMap<>();

    private VerificationCsv(CsvOutput csv, List<Verification> verifications, Locale language) {
        this.csv = csv;
        this.language = language;
        verifications.forEach(verification -> byCompany
                .computeIfAbsent(verification.company(), company -> new ArrayList<>())
                .add(verification));
    }

    /**
     * Writes the list and closes the stream. Where there is nothing to verify it has its header alone.
     *
     * @param ranked        in the order of the ranking, each with its problems by {@link Problem#ORDER}; at least those that have a warning, or of
     *                      whom anything was asked
     * @param verifications those that stand, by {@link Verification#ORDER}
     * @param language      of the reasons; headings and words are English always
     */
    public static void write(
            Methodology methodology,
            Iterator<CompanyFindings> ranked,
            List<Verification> verifications,
            Locale language,
            OutputStream out)
            throws IOException {
        try (CsvOutput csv = CsvOutput.data(out)) {
            VerificationCsv list = new VerificationCsv(csv, verifications, language);
            list.header(Headings.identity(methodology.identification()));
            while (ranked.hasNext()) {
                list.company(ranked.next());
            }
            for (List<Verification> unranked : list.byCompany.values()) {
                for (Verification verification : unranked) {
                    list.asked(verification, "", null);
                }
            }
        }
    }

    private void header(String identity) throws IOException {
        csv.text(identity).text("name").text("rank").text("criterion").text("column");
        csv.text("code").text("value").text("reason").text("file").text("line");
        csv.text("request").text("answer").text("outcome").text("verifier").text("date");
        csv.end();
    }

    private void company(CompanyFindings company) throws IOException {
        List<Verification> verifications = byCompany.remove(company.company());
        Map<Verification.Subject, Verification> bySubject = new LinkedHashMap<>();
        if (verifications != null) {
            verifications.forEach(verification -> bySubject.put(verification.subject(), verification));
        }
        Set<Verification.Subject> listed = new HashSet<>();
        for (Problem problem : company.problems()) {
            Verification.Subject subject = Verification.Subject.of(problem);
            listed.add(subject);
            place(company.company(), company.name(), company.rank(), problem.criterion(), problem.column());
            csv.text(problem.code().code()).text(problem.value()).text(problem.message(language));
            csv.text(problem.file()).number(problem.line() > 0 ? Integer.toString(problem.line()) : "");
            said(bySubject.get(subject));
        }
        for (Verification verification : bySubject.values()) {
            if (!listed.contains(verification.subject())) {
                asked(verification, company.name(), company.rank());
            }
        }
    }

    private void asked(Verification verification, String name, @Nullable Integer rank) throws IOException {
        place(verification.company(), name, rank, verification.criterion(), verification.column());
        csv.empty().empty().empty().empty().empty();
        said(verification);
    }

    private void place(
            String company, String name, @Nullable Integer rank, @Nullable Integer criterion, String column) {
        csv.text(company).text(name).number(rank == null ? "" : rank.toString());
        csv.number(criterion == null ? "" : criterion.toString());
        ProblemLine.column(csv, column);
    }

    private void said(@Nullable Verification verification) throws IOException {
        if (verification == null) {
            csv.empty().empty().empty().empty().empty();
        } else {
            LocalDate date = verification.date();
            csv.text(verification.request()).text(verification.answer());
            csv.text(verification.outcome().word()).text(verification.verifier());
            csv.number(date == null ? "" : date.toString());
        }
        csv.end();
    }
}
