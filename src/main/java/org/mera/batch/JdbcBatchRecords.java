package org.mera.batch;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.boot.batch.autoconfigure.BatchTransactionManager;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchDataSource;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Where Spring Batch keeps its records. It commits about seven times for each chunk; those commits are not waited for until they are on the disk,
 * because what has to be done is judged by our own tables, and whatever of ours is on the disk, all that was committed before it is there too.
 */
@Configuration(proxyBeanMethods = false)
class JdbcBatchRecords {

    private static final int CONNECTIONS = 10;

    @Bean(defaultCandidate = false, destroyMethod = "close")
    @BatchDataSource
    HikariDataSource batchDataSource(DataSourceProperties properties) {
        HikariDataSource source = properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
        source.setPoolName("batch-records");
        source.setMaximumPoolSize(CONNECTIONS);
        source.setMinimumIdle(1);
        source.setConnectionInitSql("set synchronous_commit = off");
        return source;
    }

    @Bean(defaultCandidate = false)
    @BatchTransactionManager
    PlatformTransactionManager batchTransactionManager(@BatchDataSource DataSource source) {
        return new JdbcTransactionManager(source);
    }
}
