package org.mera.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mera.batch.BatchApplication;
import org.mera.batch.RunDesk;
import org.mera.batch.ServerRuns;
import org.mera.cycle.JobFile;
import org.mera.schedule.Jobs;
import org.mera.schedule.ScheduleThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** The console of a home as it is served. Closing it lets the runs end what they are doing first, and the database go last. */
public final class WebServer implements AutoCloseable {

    /** The name of the file in a home that says how it is served, without its ending. */
    static final String CONFIGURATION = "mera-server";

    private static final Logger log = LoggerFactory.getLogger(WebServer.class);

    private final ServerRuns runs;
    private final ConfigurableApplicationContext context;
    private boolean closed;

    private WebServer(ServerRuns runs, ConfigurableApplicationContext context) {
        this.runs = runs;
        this.context = context;
    }

    /**
     * Serves a home. {@return the console, which listens}
     *
     * @param address null: as configured, else this computer alone
     * @param port    null: as configured, else 8080; 0: any that is free
     * @param jobs    that it offers to run
     * @throws org.mera.database.DatabaseException when there is no database to be had
     * @throws ServerException when the address is not free or what is configured cannot be used
     */
    public static WebServer start(Path home, @Nullable String address, @Nullable Integer port, List<JobFile> jobs) {
        return start(BatchApplication.openServer(home), address, port, jobs);
    }

    /** Serves what is open already, which is closed with it. */
    static WebServer start(ServerRuns runs, @Nullable String address, @Nullable Integer port, List<JobFile> jobs) {
        try {
            return new WebServer(runs, context(runs, address, port, jobs));
        } catch (RuntimeException e) {
            runs.close();
            throw StartFaults.of(e, address).map(RuntimeException.class::cast).orElse(e);
        }
    }

    private static ConfigurableApplicationContext context(
            ServerRuns runs, @Nullable String address, @Nullable Integer port, List<JobFile> jobs) {
        ApplicationContextInitializer<ConfigurableApplicationContext> given = context -> {
            ConfiguredGroups.requireKnown(context.getEnvironment());
            context.getBeanFactory().registerSingleton("serverRuns", runs);
            context.getBeanFactory().registerSingleton("jobs", new Jobs(jobs));
        };
        return new SpringApplicationBuilder(WebApplication.class)
                .parent(runs.context())
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .initializers(given)
                .properties(Map.of(
                        "spring.config.name",
                        CONFIGURATION,
                        "spring.config.additional-location",
                        "optional:file:" + runs.home().toAbsolutePath() + "/"))
                .run(arguments(address, port));
    }

    /** What is said on the command line stands above what is configured. */
    private static String[] arguments(@Nullable String address, @Nullable Integer port) {
        return java.util.stream.Stream.of(
                        address == null ? "" : "--server.address=" + address,
                        port == null ? "" : "--server.port=" + port)
                .filter(argument -> !argument.isEmpty())
                .toArray(String[]::new);
    }

    /** {@return where a browser on this computer finds it} */
    public String url() {
        String host = listensEverywhere() ? "127.0.0.1" : address();
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return (isEncrypted() ? "https" : "http") + "://" + host + ":" + port + "/";
    }

    /** {@return whether it listens on all addresses of this computer} */
    public boolean listensEverywhere() {
        return inetAddress().isAnyLocalAddress();
    }

    /** {@return whether other computers reach it with nothing that keeps passwords from being read on the way} */
    public boolean isOpenUnencrypted() {
        return !inetAddress().isLoopbackAddress()
                && !isEncrypted()
                && !context.getBean(ServerSettings.class).isSecure();
    }

    private InetAddress inetAddress() {
        try {
            return InetAddress.getByName(address());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("it listens on " + address(), e);
        }
    }

    /** {@return what it listens on} Where nothing stands, that is everything. */
    private String address() {
        String address = context.getEnvironment().getProperty("server.address", "127.0.0.1");
        return address.isBlank() ? "0.0.0.0" : address;
    }

    private boolean isEncrypted() {
        Environment environment = context.getEnvironment();
        return environment.getProperty("server.ssl.enabled", Boolean.class, true)
                && (environment.containsProperty("server.ssl.key-store")
                        || environment.containsProperty("server.ssl.bundle")
                        || environment.containsProperty("server.ssl.certificate"));
    }

    /** {@return the password of the first administrator, where one was made just now} */
    public Optional<String> firstPassword() {
        return context.getBean(FirstAdministrator.class).password();
    }

    /** {@return a part of it} For tests. */
    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** Leaves it to the caller to close this, however the program ends: until then the database is let go at the program's end, whatever goes on. */
    public void served() {
        runs.served().run();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (runs) {
            context.getBean(ScheduleThread.class).stop();
            ServerSettings settings = context.getBean(ServerSettings.class);
            if (!runs.context().getBean(RunDesk.class).close(settings.stopPatience())) {
                log.warn("A run did not end within {}; the next run goes on with it", settings.stopPatience());
            }
            context.close();
        }
    }
}
