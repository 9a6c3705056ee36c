package org.mera.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mera.cycle.Revision;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the steps of a revision's job have come, by Spring Batch's tables. Its own reading would load the executions of all chunks as well. */
@Repository
class JdbcStepExecutions {

    private final JobRepository repository;
    private final JdbcClient jdbc;

    JdbcStepExecutions(JobRepository repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** {@return the newest execution's word for each step} A step that is done is not executed again by a restart. */
    Map<String, String> states(Revision revision, List<String> steps) {
        Map<String, String> states = new HashMap<>();
        JobInstance instance = repository.getJobInstance(
                RatingJobConfiguration.JOB, ActiveRuns.parameters(revision.year(), revision.number()));
        if (instance != null) {
            jdbc.sql(
                            """
                            select s.step_name, s.status
                            from batch_step_execution s
                            join batch_job_execution e on e.job_execution_id = s.job_execution_id
                            where e.job_instance_id = :instance and s.step_name in (:steps)
                            order by s.step_execution_id
                            """)
                    .param("instance", instance.getId())
                    .param("steps", steps)
                    .query((row, number) -> states.put(row.getString("step_name"), row.getString("status")))
                    .list();
        }
        return states;
    }
}
