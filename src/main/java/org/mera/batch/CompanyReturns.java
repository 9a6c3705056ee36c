package org.mera.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mera.company.FileNames;
import org.mera.csv.Problem;
import org.mera.export.ReturnsCsv;
import org.mera.ranking.Ranking;
import org.mera.seal.Publication;

/** Hands on the problems of the ranked companies one by one, and writes each company's {@code returns/INN.csv} aside as its last one has passed. */
final class CompanyReturns implements Iterator<Problem> {

    private final ActiveRun run;
    private final Publication publication;
    private final Set<String> ranked;
    private final Iterator<Problem> byCompany;
    private final List<Problem> passed = new ArrayList<>();
    private @Nullable Problem ahead;
    private boolean aheadIsRanked;

    /** @param byCompany of all companies, the ranked first */
    CompanyReturns(ActiveRun run, Ranking ranking, Publication publication, Iterator<Problem> byCompany) {
        this.run = run;
        this.publication = publication;
        this.ranked = ranking.companies().stream()
                .map(company -> company.company().id())
                .collect(Collectors.toSet());
        this.byCompany = byCompany;
        advance();
    }

    @Override
    public boolean hasNext() {
        return aheadIsRanked;
    }

    @Override
    public Problem next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return pass();
    }

    /** Writes what is left, once all that are ranked have passed: the returns of companies that are not. */
    void writeTheOthers() {
        while (ahead != null) {
            if (aheadIsRanked) {
                throw new IllegalStateException(
                        "A problem of " + ahead.company() + " comes out of the order of the ranking");
            }
            pass();
        }
    }

    private Problem pass() {
        Problem problem = ahead;
        if (problem == null) {
            throw new NoSuchElementException();
        }
        passed.add(problem);
        advance();
        if (ahead == null || !ahead.company().equals(problem.company())) {
            writeReturn();
            passed.clear();
        }
        return problem;
    }

    private void advance() {
        Problem last = ahead;
        ahead = byCompany.hasNext() ? byCompany.next() : null;
        if (ahead == null) {
            aheadIsRanked = false;
        } else if (last == null || !last.company().equals(ahead.company())) {
            aheadIsRanked = ranked.contains(ahead.company());
        }
    }

    private void writeReturn() {
        String name = "returns/" + FileNames.of(passed.get(0).company()) + ".csv";
        try (OutputStream out = publication.newFile(name)) {
            ReturnsCsv.write(
                    passed, run.settings().language(), run.methodology().identification(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run.progress().advanced(1);
    }
}
