package org.mera.batch;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The annual job: register → discover → assess → rank → export → seal. */
@Configuration(proxyBeanMethods = false)
class RatingJobConfiguration {

    static final String JOB = "annual-rating";

    @Bean
    Job annualRating(
            JobRepository repository,
            RegisterStep register,
            Step discover,
            Step assess,
            RankStep rank,
            ExportStep export,
            SealStep seal) {
        return new JobBuilder(JOB, repository)
                .start(step(repository, RegisterStep.NAME, register, false))
                .next(discover)
                .next(assess)
                .next(step(repository, RankStep.NAME, rank, true))
                .next(step(repository, ExportStep.NAME, export, true))
                .next(step(repository, SealStep.NAME, seal, true))
                .build();
    }

    @Bean
    Step discover(
            JobRepository repository,
            DiscoverPartitioner partitioner,
            DiscoverStep worker,
            RunThreads threads,
            StepEnd end) {
        return partitioned(repository, DiscoverStep.NAME, partitioner, worker, threads, end);
    }

    @Bean
    Step assess(
            JobRepository repository,
            AssessPartitioner partitioner,
            AssessStep worker,
            RunThreads threads,
            StepEnd end) {
        return partitioned(repository, AssessStep.NAME, partitioner, worker, threads, end);
    }

    private static Step partitioned(
            JobRepository repository,
            String name,
            Partitioner partitioner,
            Tasklet worker,
            RunThreads threads,
            StepEnd end) {
        TaskExecutorPartitionHandler handler = new TaskExecutorPartitionHandler();
        handler.setStep(step(repository, name + "-chunk", worker, false));
        handler.setTaskExecutor(threads);
        return new StepBuilder(name, repository)
                .partitioner(name + "-chunk", partitioner)
                .partitionHandler(handler)
                .listener(end)
                .build();
    }

    /** A step without a transaction of Spring Batch's: what it writes, it writes in transactions of its own. */
    private static Step step(JobRepository repository, String name, Tasklet tasklet, boolean again) {
        return new StepBuilder(name, repository)
                .tasklet(tasklet)
                .allowStartIfComplete(again)
                .build();
    }
}
