package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.dao.DataAccessResourceFailureException;

class RunStepTest {

    private final StepExecution execution = new StepExecution(
            1, "assess-chunk:chunk1", new JobExecution(1, new JobInstance(1, "annual-rating"), new JobParameters()));
    private final List<BatchStatus> stored = new ArrayList<>();
    private int refused;
    private int done;

    @Test
    void storesThatItBeganAndHowItEnded() {
        execute((contribution, context) -> finish());

        assertThat(stored).containsExactly(BatchStatus.STARTED, BatchStatus.COMPLETED);
        assertThat(execution.getExitStatus()).isEqualTo(ExitStatus.COMPLETED);
        assertThat(execution.getEndTime()).isNotNull();
    }

    @Test
    void storesOfAChunkOnlyHowItEnded() {
        new RunStep(repository(), "assess-chunk", (contribution, context) -> finish(), false, true, parameters -> {})
                .execute(execution);

        assertThat(stored).containsExactly(BatchStatus.COMPLETED);
        assertThat(execution.getStartTime()).isNotNull();
        assertThat(execution.getEndTime()).isAfterOrEqualTo(execution.getStartTime());
    }

    @Test
    void storesThatItFailed() {
        execute((contribution, context) -> {
            throw new IllegalStateException("fault");
        });

        assertThat(stored).containsExactly(BatchStatus.STARTED, BatchStatus.FAILED);
        assertThat(execution.getExitStatus().getExitCode()).isEqualTo("FAILED");
        assertThat(execution.getFailureExceptions())
                .singleElement()
                .hasToString("java.lang.IllegalStateException: fault");
    }

    @Test
    void endsAsStoppedWhereItWasAskedToStop() {
        execute((contribution, context) -> {
            contribution.getStepExecution().setTerminateOnly();
            return finish();
        });

        assertThat(stored).containsExactly(BatchStatus.STARTED, BatchStatus.STOPPED);
        assertThat(execution.getExitStatus().getExitCode()).isEqualTo("STOPPED");
        assertThat(execution.getFailureExceptions()).singleElement().isInstanceOf(JobInterruptedException.class);
    }

    /** Else whoever waits for all chunks would go on while others are still being done. */
    @Test
    void failsWithoutAWordToItsCallerWhereItCannotStoreThatItBegan() {
        refused = 1;

        execute((contribution, context) -> finish());

        assertThat(done).isZero();
        assertThat(stored).containsExactly(BatchStatus.FAILED);
        assertThat(execution.getExitStatus().getExitCode()).isEqualTo("FAILED");
        assertThat(execution.getFailureExceptions())
                .singleElement()
                .isInstanceOf(DataAccessResourceFailureException.class);
    }

    @Test
    void isUnknownWhereNothingCanBeStored() {
        refused = 2;

        execute((contribution, context) -> finish());

        assertThat(done).isZero();
        assertThat(stored).isEmpty();
        assertThat(execution.getStatus()).isEqualTo(BatchStatus.UNKNOWN);
        assertThat(execution.getStatus().isUnsuccessful()).isTrue();
    }

    private RepeatStatus finish() {
        done++;
        return RepeatStatus.FINISHED;
    }

    private void execute(Tasklet work) {
        new RunStep(repository(), "assess-chunk", work, false).execute(execution);
    }

    private JobRepository repository() {
        return (JobRepository) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {JobRepository.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("update");
                    if (refused-- > 0) {
                        throw new DataAccessResourceFailureException("disk full");
                    }
                    stored.add(((StepExecution) arguments[0]).getStatus());
                    return null;
                });
    }
}
