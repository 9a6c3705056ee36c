package org.mera.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mera.cycle.Schedule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which dates of the jobs are dealt with already, by whichever server. */
@Repository
class JdbcScheduledJobs {

    private final JdbcClient jdbc;

    JdbcScheduledJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes a job known. Of a new one, or one whose schedule has changed, no date before now counts. */
    void register(String name, Schedule schedule, Instant now) {
        jdbc.sql(
                        """
                        insert into scheduled_job (name, cron, zone, since) values (:name, :cron, :zone, :now)
                        on conflict (name) do update
                        set cron = excluded.cron, zone = excluded.zone, since = excluded.since
                        where (scheduled_job.cron, scheduled_job.zone) <> (excluded.cron, excluded.zone)
                        """)
                .param("name", name)
                .param("cron", schedule.cron())
                .param("zone", schedule.zone().getId())
                .param("now", at(now))
                .update();
    }

    /** Forgets a job that runs by hand only: if it gets a schedule again, what was between does not count. */
    void forget(String name) {
        jdbc.sql("delete from scheduled_job where name = :name")
                .param("name", name)
                .update();
    }

    /** {@return how it stands with a job} The outcome of a date that was run is its run's. */
    Optional<State> find(String name) {
        return jdbc.sql(
                        """
                        select greatest(job.since, job.date) as since, job.date, job.run,
                               coalesce(run.outcome, job.outcome) as outcome,
                               coalesce(run.message, job.message) as message
                        from scheduled_job job left join run on run.id = job.run
                        where job.name = :name
                        """)
                .param("name", name)
                .query(JdbcScheduledJobs::state)
                .optional();
    }

    /** A date is dealt with. */
    void done(String name, LastDate date) {
        jdbc.sql(
                        """
                        update scheduled_job
                        set date = :date, outcome = :outcome, message = :message, run = :run
                        where name = :name
                        """)
                .param("date", at(date.date()))
                .param("outcome", date.outcome().word())
                .param("message", date.message())
                .param("run", date.run(), java.sql.Types.BIGINT)
                .param("name", name)
                .update();
    }

    private static State state(ResultSet row, int number) throws SQLException {
        OffsetDateTime date = row.getObject("date", OffsetDateTime.class);
        LastDate last = date == null
                ? null
                : new LastDate(
                        date.toInstant(),
                        DateOutcome.of(row.getString("outcome")),
                        row.getString("message"),
                        row.getObject("run", Long.class));
        return new State(row.getObject("since", OffsetDateTime.class).toInstant(), last);
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    /**
     * How it stands with a job.
     *
     * @param since the next date is the first after it
     */
    record State(Instant since, @Nullable LastDate last) {}
}
