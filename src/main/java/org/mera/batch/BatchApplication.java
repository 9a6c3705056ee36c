package org.mera.batch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.mera.cycle.RunSettings;
import org.mera.database.DatabaseAccess;
import org.mera.database.DatabaseException;
import org.mera.database.DatabaseServer;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.info.ProjectInfoAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * The application context of a home: its database, the steps and the job. What of Spring Boot it takes is named one by one, so that a run does not
 * look at what only the console needs.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ComponentScan({
    "org.mera.cycle",
    "org.mera.audit",
    "org.mera.access",
    "org.mera.submission",
    "org.mera.scoring",
    "org.mera.ranking",
    "org.mera.committee",
    "org.mera.report",
    "org.mera.export",
    "org.mera.seal",
    "org.mera.batch"
})
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    ProjectInfoAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    BatchAutoConfiguration.class,
    BatchJdbcAutoConfiguration.class
})
public class BatchApplication {

    /** The embedded server has 120 places, and others use it too. */
    static final int CONNECTIONS = 20;

    /** The console's: its readers must never leave a run without connections. */
    private static final int SERVER_CONNECTIONS = 48;

    /** Seconds until a server counts as away that does not let us in: it listens no more, or its process stands still. */
    private static final int LOGIN_LIMIT = 10;

    /** Seconds until a connection counts as lost on which no answer comes. Our longest statements take some seconds. */
    private static final int ANSWER_LIMIT = 120;

    /** The server ends the sessions of a process that a cut network has made unreachable, and with them what they hold, within two minutes. */
    private static final String LET_GO_OF_THE_DEAD =
            "set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 6";

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.systemDefault());
    }

    /**
     * Opens the runs of a home.
     *
     * @throws org.mera.database.DatabaseException when there is no database to be had
     */
    @SuppressWarnings("DoNotCallSuggester")
    public static RatingRuns open(Path home) {
        DatabaseServer server = DatabaseServer.open(home, System.getenv());
        ExitHook atExit = ExitHook.of(server);
        try {
            return new OpenRuns(server, context(server), atExit);
        } catch (RuntimeException e) {
            atExit.remove();
            server.close();
            throw inWords(e);
        }
    }

    /**
     * Opens a home for a process that stays. Until it {@linkplain ServerRuns#served is served}, the database is let go when the program is interrupted.
     *
     * @throws org.mera.database.DatabaseException when there is no database to be had
     */
    public static ServerRuns openServer(Path home) {
        DatabaseServer server = DatabaseServer.open(home, System.getenv());
        ExitHook atExit = ExitHook.of(server);
        try {
            return new ServerRuns(home, server::close, context(server, SERVER_CONNECTIONS), atExit::remove);
        } catch (RuntimeException e) {
            atExit.remove();
            server.close();
            throw inWords(e);
        }
    }

    /** A database with foreign tables, or with those of a newer version, and a setting that is none, are the operator's to put right. */
    private static RuntimeException inWords(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FlywayException) {
                return new DatabaseException(
                        "the tables of the database cannot be made or brought up to date: " + cause.getMessage(),
                        failure);
            }
            if (cause instanceof ConfigurationPropertiesBindException) {
                return new DatabaseException(
                        "MERA_PATIENCE is not from 0 s to 24 h: write it as 75s or 5m, or unset it", failure);
            }
        }
        return failure;
    }

    /** {@return the application context with this server, which is started again when it has ended in the middle of a run} */
    static ConfigurableApplicationContext context(DatabaseServer server) {
        return context(server, CONNECTIONS);
    }

    private static ConfigurableApplicationContext context(DatabaseServer server, int connections) {
        return builder(server.access(), connections)
                .initializers(context -> context.getBeanFactory().registerSingleton("databaseServer", server))
                .run();
    }

    /** {@return the application context with this database} */
    static ConfigurableApplicationContext context(DatabaseAccess access) {
        return builder(access, CONNECTIONS).run();
    }

    private static SpringApplicationBuilder builder(DatabaseAccess access, int connections) {
        String pool = "spring.datasource.hikari.";
        String driver = pool + "data-source-properties.";
        return new SpringApplicationBuilder(BatchApplication.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(Map.ofEntries(
                        Map.entry("spring.datasource.url", access.url()),
                        Map.entry("spring.datasource.username", access.user()),
                        Map.entry("spring.datasource.password", access.password()),
                        Map.entry(pool + "maximum-pool-size", connections),
                        Map.entry(pool + "minimum-idle", 2),
                        Map.entry(pool + "connection-init-sql", LET_GO_OF_THE_DEAD),
                        Map.entry(pool + "connection-timeout", TimeUnit.SECONDS.toMillis(LOGIN_LIMIT)),
                        Map.entry(driver + "loginTimeout", LOGIN_LIMIT),
                        Map.entry(driver + "connectTimeout", LOGIN_LIMIT),
                        Map.entry(driver + "socketTimeout", ANSWER_LIMIT),
                        Map.entry(driver + "tcpKeepAlive", true),
                        Map.entry("spring.batch.job.enabled", false),
                        Map.entry("spring.batch.jdbc.initialize-schema", "never"),
                        // The cycle's lock keeps two runs apart; to be serializable costs three statements for each of
                        // hundreds of chunks.
                        Map.entry("spring.batch.jdbc.isolation-level-for-create", "default"),
                        Map.entry("spring.main.lazy-initialization", false)));
    }

    /** The runs with what they stand on. */
    private record OpenRuns(DatabaseServer server, ConfigurableApplicationContext context, ExitHook atExit)
            implements RatingRuns {

        @Override
        public RunSummary run(RunSettings settings, Progress progress) {
            return context.getBean(JobRuns.class).run(settings, progress);
        }

        @Override
        public RunSummary rerun(@Nullable Integer year, Progress progress) {
            return context.getBean(JobRuns.class).rerun(year, progress);
        }

        @Override
        public RunStatus status(@Nullable Integer year) {
            return context.getBean(RunStatuses.class).status(year);
        }

        @Override
        public Reports reports(@Nullable Integer year) {
            return context.getBean(PublishedReports.class).of(year);
        }

        @Override
        public HistoryDesk history() {
            return context.getBean(HistoryDesk.class);
        }

        @Override
        public DecisionDesk decisions() {
            return context.getBean(DecisionDesk.class);
        }

        @Override
        public VerificationDesk verifications() {
            return context.getBean(VerificationDesk.class);
        }

        @Override
        public AuditDesk log() {
            return context.getBean(AuditDesk.class);
        }

        @Override
        public ApprovalDesk approvals() {
            return context.getBean(ApprovalDesk.class);
        }

        @Override
        public void close() {
            try (server) {
                context.close();
                atExit.remove();
            }
        }
    }
}
