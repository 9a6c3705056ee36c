package org.mera.batch;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.StatementCallback;
import org.springframework.stereotype.Component;

/** Tells the planner of PostgreSQL what was just copied in; else it joins a hundred thousand rows one by one. */
@Component
class JdbcPlannerStatistics {

    private final JdbcTemplate template;

    JdbcPlannerStatistics(JdbcTemplate template) {
        this.template = template;
    }

    /** Lets the planner look at some tables. How many rows there are, and that they are all of one year, it sees from a few hundred. */
    void gather(String... tables) {
        template.execute((StatementCallback<Boolean>) statement -> {
            statement.execute("set default_statistics_target = 1");
            try {
                return statement.execute("analyze (skip_locked) " + String.join(", ", tables));
            } finally {
                statement.execute("reset default_statistics_target");
            }
        });
    }
}
