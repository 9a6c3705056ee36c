package org.mera.batch;

import java.util.function.Consumer;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The annual job: register → discover → assess → rank → export → report → seal. */
@Configuration(proxyBeanMethods = false)
class RatingJobConfiguration {

    static final String JOB = "annual-rating";
    private static final String CHUNK = "-chunk";

    @Bean
    Job annualRating(
            JobRepository repository,
            ActiveRuns runs,
            Patiently patiently,
            RegisterStep register,
            Step discover,
            Step assess,
            RankStep rank,
            ExportStep export,
            Step report,
            SealStep seal) {
        return new JobBuilder(JOB, repository)
                .start(step(repository, runs, RegisterStep.NAME, new PatientTasklet(register, runs, patiently), false))
                .next(discover)
                .next(assess)
                .next(step(repository, runs, RankStep.NAME, new PatientTasklet(rank, runs, patiently), true))
                .next(step(repository, runs, ExportStep.NAME, new PatientTasklet(export, runs, patiently), true))
                .next(report)
                .next(step(repository, runs, SealStep.NAME, seal, true))
                .build();
    }

    @Bean
    Step discover(
            JobRepository repository,
            DiscoverPartitioner partitioner,
            ActiveRuns runs,
            Patiently patiently,
            DiscoverStep worker,
            RunThreads threads,
            StepEnd end) {
        Step chunk = chunk(repository, runs, DiscoverStep.NAME + CHUNK, worker, false);
        ChunkHandler handler = new ChunkHandler(chunk, partitioner, repository, runs, patiently, threads);
        return partitioned(repository, DiscoverStep.NAME, chunk, partitioner, handler, false, end);
    }

    @Bean
    Step assess(
            JobRepository repository,
            AssessPartitioner partitioner,
            ActiveRuns runs,
            Patiently patiently,
            AssessStep worker,
            RunThreads threads,
            StepEnd end) {
        Step chunk = chunk(repository, runs, AssessStep.NAME + CHUNK, worker, false);
        ChunkHandler handler = new ChunkHandler(chunk, partitioner, repository, runs, patiently, threads);
        return partitioned(repository, AssessStep.NAME, chunk, partitioner, handler, false, end);
    }

    /** Its chunks are looked at again by every restart: what they have printed belongs into a set of outputs that is begun anew. */
    @Bean
    Step report(
            JobRepository repository,
            ReportPartitioner partitioner,
            ActiveRuns runs,
            Patiently patiently,
            ReportStep worker,
            RunThreads threads,
            StepEnd end) {
        Step chunk = chunk(repository, runs, ReportStep.NAME + CHUNK, worker, true);
        ChunkHandler handler = new ChunkHandler(chunk, partitioner, repository, runs, patiently, threads);
        return partitioned(repository, ReportStep.NAME, chunk, partitioner, handler, true, end);
    }

    private static Step partitioned(
            JobRepository repository,
            String name,
            Step chunk,
            Partitioner partitioner,
            ChunkHandler handler,
            boolean again,
            StepEnd end) {
        return new StepBuilder(name, repository)
                .partitioner(chunk.getName(), partitioner)
                .step(chunk)
                .partitionHandler(handler)
                .allowStartIfComplete(again)
                .listener(end)
                .build();
    }

    /** No step and no chunk begins once the run is asked to stop. */
    private static Step step(JobRepository repository, ActiveRuns runs, String name, Tasklet work, boolean again) {
        return new RunStep(repository, name, work, again, false, gate(runs));
    }

    private static Step chunk(JobRepository repository, ActiveRuns runs, String name, Tasklet work, boolean again) {
        return new RunStep(repository, name, work, again, true, gate(runs));
    }

    private static Consumer<JobParameters> gate(ActiveRuns runs) {
        return parameters -> runs.get(parameters).stop().pass();
    }
}
