package org.mera.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Problem;
import org.mera.cycle.Revision;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.Ranking;
import org.mera.submission.JdbcProblems;
import org.mera.submission.Submission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The findings of a revision, some hundred companies at a time. */
@Repository
public class JdbcFindings {

    private static final int AT_A_TIME = 200;

    private final JdbcClient jdbc;
    private final JdbcProblems problems;

    public JdbcFindings(JdbcClient jdbc, JdbcProblems problems) {
        this.jdbc = jdbc;
        this.problems = problems;
    }

    private Iterator<CompanyFindings> of(Revision revision, Stream<RankedCompany> ranked) {
        return new Found(revision, ranked.map(Named::of).iterator());
    }

    /**
     * {@return the findings of a revision} Only names are asked for at once; the problems when they are told.
     *
     * @param ranking as it is stored of this revision
     */
    public Findings of(Revision revision, Ranking ranking) {
        return new Findings() {
            @Override
            public Iterator<CompanyFindings> toVerify() {
                return of(
                        revision,
                        ranking.companies().stream()
                                .filter(ranked -> ranked.standing().warnings() > 0));
            }

            @Override
            public Iterator<CompanyFindings> toVerify(Set<String> companies) {
                return of(
                        revision,
                        ranking.companies().stream()
                                .filter(ranked -> ranked.standing().warnings() > 0
                                        && companies.contains(ranked.company().id())));
            }

            @Override
            public Iterator<CompanyFindings> rejected() {
                return new Found(
                        revision, unranked(revision, Submission.Status.REJECTED).iterator());
            }

            @Override
            public Iterator<CompanyFindings> notHandedIn() {
                return new Found(
                        revision,
                        unranked(revision, Submission.Status.NOT_HANDED_IN).iterator());
            }

            @Override
            public Stream<Problem> ofNoCompany() {
                return problems.ofNoCompany(revision);
            }
        };
    }

    private List<Named> unranked(Revision revision, Submission.Status status) {
        return jdbc.sql(
                        """
                        select p.company, coalesce(e.name, '') as name
                        from planned_company p
                        join submission s
                          on s.year = p.year and s.company = p.company and s.revision <= p.revision
                         and (s.superseded_by is null or s.superseded_by > p.revision)
                        left join lateral (
                            select e.name from register_entry e
                            join inventory i on i.scan_id = e.scan_id and i.year = p.year and i.revision = p.revision
                            where e.company = p.company
                            order by i.file, e.line
                            limit 1
                        ) e on true
                        where p.year = :year and p.revision = :revision and s.status = :status
                        order by p.company
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .param("status", status.word())
                .query((row, index) -> new Named(row.getString("company"), row.getString("name"), null))
                .list();
    }

    private record Named(String company, String name, @Nullable Integer rank) {

        static Named of(RankedCompany ranked) {
            return new Named(ranked.company().id(), ranked.company().name(), ranked.rank());
        }
    }

    /** Asks for the problems of the next companies when those before are told. */
    private final class Found implements Iterator<CompanyFindings> {

        private final Revision revision;
        private final Iterator<Named> companies;
        private final Deque<CompanyFindings> next = new ArrayDeque<>();

        Found(Revision revision, Iterator<Named> companies) {
            this.revision = revision;
            this.companies = companies;
        }

        @Override
        public boolean hasNext() {
            if (next.isEmpty() && companies.hasNext()) {
                fetch();
            }
            return !next.isEmpty();
        }

        @Override
        public CompanyFindings next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return next.remove();
        }

        private void fetch() {
            Map<String, Named> named = new LinkedHashMap<>();
            while (named.size() < AT_A_TIME && companies.hasNext()) {
                Named company = companies.next();
                named.put(company.company(), company);
            }
            Map<String, List<Problem>> found = new LinkedHashMap<>();
            named.keySet().forEach(company -> found.put(company, new ArrayList<>()));
            for (Problem problem : problems.ofCompanies(revision, named.keySet())) {
                List<Problem> ofOne = found.get(problem.company());
                if (ofOne != null) {
                    ofOne.add(problem);
                }
            }
            named.forEach((id, company) -> next.add(
                    new CompanyFindings(id, company.name(), company.rank(), found.getOrDefault(id, List.of()))));
        }
    }
}
