package org.mera.batch;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;

/**
 * A step that does its work once, without a transaction of Spring Batch's: what it writes, it writes in transactions of its own. Around a step of
 * its own Spring Batch would keep one connection bound to the thread from the first query to the end, also after that connection was lost, and for
 * each of hundreds of chunks it would write a context five times that says nothing.
 */
final class RunStep implements Step {

    private static final Logger log = LoggerFactory.getLogger(RunStep.class);

    private final JobRepository repository;
    private final String name;
    private final Tasklet work;
    private final boolean again;
    private final boolean chunk;
    private final Consumer<JobParameters> gate;

    /**
     * Makes a step.
     *
     * @param again whether a restart does it again although it was completed
     */
    RunStep(JobRepository repository, String name, Tasklet work, boolean again) {
        this(repository, name, work, again, false, parameters -> {});
    }

    /**
     * Makes a step that may be stopped before it begins.
     *
     * @param chunk whether it is one of hundreds of chunks: of such a one only the end is stored, as our own tables say what is done
     * @param gate  throws a {@link StoppedException} where the run of these parameters is asked to stop
     */
    RunStep(
            JobRepository repository,
            String name,
            Tasklet work,
            boolean again,
            boolean chunk,
            Consumer<JobParameters> gate) {
        this.repository = repository;
        this.name = name;
        this.work = work;
        this.again = again;
        this.chunk = chunk;
        this.gate = gate;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean isAllowStartIfComplete() {
        return again;
    }

    @Override
    public void execute(StepExecution execution) {
        StepSynchronizationManager.register(execution);
        try {
            gate.accept(execution.getJobParameters());
            begin(execution);
            work.execute(new StepContribution(execution), new ChunkContext(new StepContext(execution)));
            end(execution);
        } catch (Throwable e) {
            fail(execution, e);
        } finally {
            StepSynchronizationManager.release();
        }
        execution.setEndTime(LocalDateTime.now(ZoneId.systemDefault()));
        log.info("Step: [{}] ended: {}", execution.getStepName(), execution.getStatus());
        store(execution);
    }

    /** That it cannot be stored is a failure like any other: who waits for all chunks must not be torn from those that are being done. */
    private void begin(StepExecution execution) {
        execution.setStartTime(LocalDateTime.now(ZoneId.systemDefault()));
        execution.setStatus(BatchStatus.STARTED);
        if (!chunk) {
            repository.update(execution);
        }
        log.info("Executing step: [{}]", execution.getStepName());
    }

    private static void end(StepExecution execution) throws JobInterruptedException {
        if (execution.isTerminateOnly()) {
            throw new JobInterruptedException("The job was asked to stop");
        }
        execution.upgradeStatus(BatchStatus.COMPLETED);
        execution.setExitStatus(ExitStatus.COMPLETED.and(execution.getExitStatus()));
    }

    private static void fail(StepExecution execution, Throwable cause) {
        boolean stopped = isStop(cause);
        if (stopped) {
            log.info("Step {} was stopped", execution.getStepName());
        } else {
            log.error("Step {} failed", execution.getStepName(), cause);
        }
        execution.upgradeStatus(stopped ? BatchStatus.STOPPED : BatchStatus.FAILED);
        execution.setExitStatus((stopped ? ExitStatus.STOPPED : ExitStatus.FAILED).addExitDescription(cause));
        execution.addFailureException(cause);
    }

    /** {@return whether it says nothing but that the run was asked to stop} */
    static boolean isStop(Throwable cause) {
        return cause instanceof JobInterruptedException || cause instanceof StoppedException;
    }

    /** What cannot be told the database is told the job: the next run sets right what is stored. */
    private void store(StepExecution execution) {
        try {
            repository.update(execution);
        } catch (RuntimeException e) {
            log.error("How step {} ended could not be stored", execution.getStepName(), e);
            execution.setStatus(BatchStatus.UNKNOWN);
            execution.setExitStatus(execution.getExitStatus().and(ExitStatus.UNKNOWN));
            execution.addFailureException(e);
        }
    }
}
