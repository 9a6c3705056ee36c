package org.mera.batch;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** Tells the run's progress that a partitioned step is over. */
@Component
class StepEnd implements StepExecutionListener {

    private final ActiveRuns runs;

    StepEnd(ActiveRuns runs) {
        this.runs = runs;
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        runs.get(step.getJobParameters()).progress().stepFinished(step.getStepName());
        return step.getExitStatus();
    }
}
