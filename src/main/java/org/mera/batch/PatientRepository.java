package org.mera.batch;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.Entity;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Lets Spring Batch's own writes survive a lost connection, as the chunks' do: else a step that did its work would stay unknown. What an attempt
 * may have left whose commit was lost, or only the word of it, is put right before the next one. Nobody else writes: the cycle's lock is held.
 */
@Component
class PatientRepository implements BeanPostProcessor {

    /** Looked up at the first call: who makes other beans ready must not need them itself. */
    private final ObjectProvider<Patiently> patiently;

    PatientRepository(ObjectProvider<Patiently> patiently) {
        this.patiently = patiently;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof JobRepository repository ? patient(repository) : bean;
    }

    private Object patient(JobRepository repository) {
        InvocationHandler handler = (proxy, method, arguments) -> patiently
                .getObject()
                .call(attempt -> attempt(repository, method, arguments, attempt))
                .orElse(null);
        return Proxy.newProxyInstance(
                JobRepository.class.getClassLoader(), new Class<?>[] {JobRepository.class}, handler);
    }

    private static Optional<Object> attempt(JobRepository repository, Method method, Object[] arguments, int attempt)
            throws Exception {
        Object made = attempt > 1 ? putRight(repository, method, arguments) : null;
        return Optional.ofNullable(made != null ? made : call(repository, method, arguments));
    }

    private static @Nullable Object call(JobRepository repository, Method method, Object[] arguments) throws Exception {
        try {
            return method.invoke(repository, arguments);
        } catch (InvocationTargetException e) {
            if (e.getTargetException() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getTargetException();
        }
    }

    /** {@return what an earlier attempt has made, if it has made what was wanted} */
    private static @Nullable Object putRight(JobRepository repository, Method method, Object[] arguments) {
        switch (method.getName()) {
            case "update" -> takeStoredVersion(repository, arguments[0]);
            case "createJobInstance" -> {
                return repository.getJobInstance((String) arguments[0], (JobParameters) arguments[1]);
            }
            case "createJobExecution" -> deleteBegun(repository, (JobInstance) arguments[0]);
            case "createStepExecution" -> deleteBegun(repository, (String) arguments[0], (JobExecution) arguments[1]);
            default -> {
                // Reading, deleting, and writing whole contexts may be repeated as they are.
            }
        }
        return null;
    }

    /** An execution that the caller was never given. All others of the job have ended: that was seen to before the job began. */
    private static void deleteBegun(JobRepository repository, JobInstance instance) {
        for (JobExecution execution : repository.getJobExecutions(instance)) {
            if (execution.getStatus() == BatchStatus.STARTING) {
                repository.deleteJobExecution(execution);
            }
        }
    }

    /** No step is executed twice in one execution of the job. */
    private static void deleteBegun(JobRepository repository, String step, JobExecution execution) {
        JobExecution stored = repository.getJobExecution(execution.getId());
        if (stored != null) {
            for (StepExecution begun : stored.getStepExecutions()) {
                if (begun.getStepName().equals(step)) {
                    repository.deleteStepExecution(begun);
                }
            }
        }
    }

    /**
     * Spring Batch counts a version up before its transaction is committed. Where the commit was lost, or only the word of it, what is in memory
     * and what is stored differ, and nothing could be written any more.
     */
    private static void takeStoredVersion(JobRepository repository, Object execution) {
        if (execution instanceof StepExecution step) {
            Entity stored = repository.getStepExecution(step.getId());
            setVersion(step, stored);
        } else if (execution instanceof JobExecution job) {
            Entity stored = repository.getJobExecution(job.getId());
            setVersion(job, stored);
        }
    }

    private static void setVersion(Entity execution, @Nullable Entity stored) {
        if (stored != null && stored.getVersion() != null) {
            execution.setVersion(stored.getVersion());
        }
    }
}
