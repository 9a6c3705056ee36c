package org.mera.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;

/** The first migration: Spring Batch's own tables, by the script that it brings along. */
@Component
class JdbcSpringBatchTables implements JavaMigration {

    private static final String SCRIPT = "org/springframework/batch/core/schema-postgresql.sql";

    /** Spring Batch looks up each partition's last execution by its step's name, and a job's by its instance: hundreds of times a run. */
    private static final String INDEXES =
            """
            create index on batch_step_execution (step_name, job_execution_id);
            create index on batch_step_execution (job_execution_id);
            create index on batch_job_execution (job_instance_id);
            """;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("1");
    }

    @Override
    public String getDescription() {
        return "Spring Batch";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        new ResourceDatabasePopulator(new ClassPathResource(SCRIPT), new ByteArrayResource(INDEXES.getBytes(UTF_8)))
                .execute(new SingleConnectionDataSource(context.getConnection(), true));
    }
}
