package org.mera.batch;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** A step's whole work, done again from its beginning where a passing fault of the database undid it, under the run's lock. */
record PatientTasklet(Tasklet work, ActiveRuns runs, Patiently patiently) implements Tasklet {

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws Exception {
        ActiveRun run = runs.get(contribution.getStepExecution().getJobParameters());
        patiently.run(run.lock(), attempt -> work.execute(contribution, context));
        return RepeatStatus.FINISHED;
    }
}
