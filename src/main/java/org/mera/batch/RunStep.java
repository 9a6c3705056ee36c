package org.mera.batch;

import io.micrometer.observation.ObservationRegistry;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;

/**
 * A step that does its work once, without a transaction of Spring Batch's: what it writes, it writes in transactions of its own. Around a step of
 * its own Spring Batch would keep one connection bound to the thread from the first query to the end, also after that connection was lost.
 */
final class RunStep extends AbstractStep {

    private final Tasklet work;

    /**
     * Makes a step.
     *
     * @param again whether a restart does it again although it was completed
     */
    RunStep(JobRepository repository, String name, Tasklet work, boolean again) {
        super(repository);
        this.work = work;
        setName(name);
        setAllowStartIfComplete(again);
        observationRegistry = ObservationRegistry.NOOP;
    }

    @Override
    protected void doExecute(StepExecution execution) throws Exception {
        work.execute(new StepContribution(execution), new ChunkContext(new StepContext(execution)));
    }
}
