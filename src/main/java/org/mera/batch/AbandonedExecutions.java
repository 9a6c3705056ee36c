package org.mera.batch;

import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/**
 * Executions that a dead process left as started, stopping or unknown. Spring Batch refuses to restart those; whoever holds the cycle's lock knows
 * that nobody works on them any more.
 */
@Component
class AbandonedExecutions {

    private final JobRepository repository;
    private final Clock clock;

    AbandonedExecutions(JobRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Sets the unfinished executions of a job to failed. The caller holds the cycle's lock. */
    void fail(JobParameters parameters) {
        JobInstance instance = repository.getJobInstance(RatingJobConfiguration.JOB, parameters);
        if (instance == null) {
            return;
        }
        for (JobExecution execution : repository.getJobExecutions(instance)) {
            for (StepExecution step : execution.getStepExecutions()) {
                if (isUnfinished(step.getStatus())) {
                    step.setStatus(BatchStatus.FAILED);
                    step.setExitStatus(ExitStatus.FAILED);
                    step.setEndTime(LocalDateTime.now(clock));
                    repository.update(step);
                }
            }
            if (isUnfinished(execution.getStatus())) {
                execution.setStatus(BatchStatus.FAILED);
                execution.setExitStatus(ExitStatus.FAILED);
                execution.setEndTime(LocalDateTime.now(clock));
                repository.update(execution);
            }
        }
    }

    private static boolean isUnfinished(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.UNKNOWN;
    }
}
