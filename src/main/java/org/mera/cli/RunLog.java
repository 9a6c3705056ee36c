package org.mera.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The log file of a run, the only place where logs and stack traces go; without one they go nowhere (logback.xml). */
final class RunLog implements AutoCloseable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Path file;
    private final List<Appender<ILoggingEvent>> appenders;

    private RunLog(Path file, List<Appender<ILoggingEvent>> appenders) {
        this.file = file;
        this.appenders = appenders;
    }

    /**
     * Begins a log file in the home's folder {@code logs}, which is created.
     *
     * @param name what the file's name begins with: {@code run-2025}
     * @throws IOException when the file cannot be written
     */
    static RunLog begin(Path home, String name, Clock clock) throws IOException {
        Path file = newFile(folder(home), name + "-" + TIME.format(LocalDateTime.now(clock)));
        return begin(file, List.of(appender(context(), file)));
    }

    /**
     * Begins the log of a server: JSON lines for whatever gathers logs, and besides each run's own file, which is read by people.
     *
     * @throws IOException when the file cannot be written
     */
    static RunLog beginServer(Path home, Clock clock) throws IOException {
        Path folder = folder(home);
        Path file = newFile(folder, "serve-" + TIME.format(LocalDateTime.now(clock)));
        return begin(
                file,
                List.of(
                        ServerAppenders.json(context(), file),
                        ServerAppenders.runs(context(), name -> appender(context(), folder.resolve(name)))));
    }

    private static RunLog begin(Path file, List<Appender<ILoggingEvent>> appenders) {
        // Spring Boot would set its own logging up, with a console.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Logger root = context().getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        appenders.forEach(root::addAppender);
        return new RunLog(file, appenders);
    }

    /** What createDirectories returns is absolute where the folder is new: the user is told the path that he gave. */
    private static Path folder(Path home) throws IOException {
        Path folder = home.resolve("logs");
        Files.createDirectories(folder, ownersOnly("rwx------"));
        return folder;
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    Path file() {
        return file;
    }

    /** Writes a failure with its stack trace. */
    void failure(Throwable failure) {
        LoggerFactory.getLogger(RunLog.class).error("Failed", failure);
    }

    @Override
    public void close() {
        Logger root = context().getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        appenders.forEach(root::detachAppender);
        root.setLevel(Level.OFF);
        appenders.forEach(Appender::stop);
    }

    /** Two runs may begin in the same second; each has a file of its own. */
    private static Path newFile(Path folder, String name) throws IOException {
        for (int n = 1; ; n++) {
            Path file = folder.resolve(name + (n == 1 ? "" : "-" + n) + ".log");
            try {
                return Files.createFile(file, ownersOnly("rw-------"));
            } catch (java.nio.file.FileAlreadyExistsException e) {
                if (n == 1000) {
                    throw e;
                }
            }
        }
    }

    /** A home is its owner's alone, also where the log is the first thing in it; file systems without such rights have their own. */
    private static FileAttribute<?>[] ownersOnly(String rights) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private static FileAppender<ILoggingEvent> appender(LoggerContext context, Path file) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{30}: %msg%n");
        encoder.start();
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setContext(context);
        appender.setFile(file.toString());
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
