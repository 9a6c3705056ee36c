package org.mera.batch;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.Entity;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Lets Spring Batch's own writes survive a lost connection, as the chunks' do: else a step that did its work would stay unknown. What creates
 * something is tried again only where no transaction had begun, because it might have been created.
 */
@Component
class PatientRepository implements BeanPostProcessor {

    private static final Logger log = LoggerFactory.getLogger(PatientRepository.class);

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof JobRepository repository ? patient(repository) : bean;
    }

    private static Object patient(JobRepository repository) {
        InvocationHandler handler = (proxy, method, arguments) -> call(repository, method, arguments);
        return Proxy.newProxyInstance(
                JobRepository.class.getClassLoader(), new Class<?>[] {JobRepository.class}, handler);
    }

    private static Object call(JobRepository repository, Method method, Object[] arguments) throws Throwable {
        for (int attempt = 1; ; attempt++) {
            try {
                if (attempt > 1 && method.getName().equals("update")) {
                    takeStoredVersion(repository, arguments[0]);
                }
                return method.invoke(repository, arguments);
            } catch (InvocationTargetException | RuntimeException e) {
                Throwable failure = e instanceof InvocationTargetException target ? target.getTargetException() : e;
                if (!mayBeRepeated(method, failure) || !BackOff.worthAnother(attempt, failure)) {
                    throw failure;
                }
                log.warn("{} of the job repository is tried again: {}", method.getName(), Causes.inWords(failure));
                BackOff.pause(attempt);
            }
        }
    }

    /**
     * Spring Batch counts a version up before its transaction is committed. Where the commit was lost, or only the word of it, what is in memory
     * and what is stored differ, and nothing could be written any more. Nobody else writes: the cycle's lock is held.
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

    private static boolean mayBeRepeated(Method method, Throwable failure) {
        return failure instanceof CannotCreateTransactionException
                || method.getName().startsWith("update")
                || method.getName().startsWith("get");
    }
}
