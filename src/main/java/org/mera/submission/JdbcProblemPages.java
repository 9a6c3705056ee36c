package org.mera.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mera.csv.Problem;
import org.mera.cycle.Revision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Some of the problems of a revision, in the order of problems.csv. */
@Repository
public class JdbcProblemPages {

    private static final int FETCH = 1000;

    private final JdbcClient jdbc;

    public JdbcProblemPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@return those of a page} */
    public List<Problem> page(Revision revision, ProblemFilter filter, long offset, int limit) {
        return asked(revision, filter, "*", " order by " + JdbcProblems.IN_ORDER + " limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query((row, index) -> JdbcProblems.placed(row))
                .list();
    }

    /** {@return all of them} To be closed; streams only within a transaction. */
    public Stream<Problem> all(Revision revision, ProblemFilter filter) {
        return asked(revision, filter, "*", " order by " + JdbcProblems.IN_ORDER)
                .withFetchSize(FETCH)
                .query((row, index) -> JdbcProblems.placed(row))
                .stream();
    }

    /** {@return how many there are} */
    public long count(Revision revision, ProblemFilter filter) {
        return asked(revision, filter, "count(*)", "").query(Long.class).single();
    }

    /** Only what is asked for stands in the statement, so that it is planned for that. */
    private JdbcClient.StatementSpec asked(Revision revision, ProblemFilter filter, String what, String rest) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> conditions = new ArrayList<>();
        List<String> companies = filter.companies();
        if (companies != null) {
            conditions.add("company = any(:companies)");
            values.put("companies", companies.toArray(String[]::new));
        }
        if (!filter.file().isEmpty()) {
            conditions.add("strpos(file, :file) > 0");
            values.put("file", filter.file());
        }
        if (filter.code() != null) {
            conditions.add("code = :code");
            values.put("code", filter.code().code());
        }
        if (filter.severity() != null) {
            conditions.add("severity = :severity");
            values.put("severity", filter.severity().word());
        }
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return jdbc.sql("select " + what + " from (" + JdbcProblems.OF_A_REVISION + ") problems" + where + rest)
                .param("year", revision.year())
                .param("revision", revision.number())
                .params(values);
    }
}
