package org.mera.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.sift.MDCBasedDiscriminator;
import ch.qos.logback.classic.sift.SiftingAppender;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.helpers.NOPAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.function.Function;
import org.mera.batch.Acting;

/** Where the log of a server goes. */
final class ServerAppenders {

    private static final long LARGEST = 20L << 20;
    private static final int KEPT = 9;
    private static final String NONE = "none";

    private ServerAppenders() {}

    /** {@return one JSON object a line, with the run's id and the user's name where there are such} The file is turned over when it is large. */
    static Appender<ILoggingEvent> json(LoggerContext context, Path file) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(file.toString());
        appender.setEncoder(encoder(context));

        FixedWindowRollingPolicy kept = new FixedWindowRollingPolicy();
        kept.setContext(context);
        kept.setParent(appender);
        kept.setMinIndex(1);
        kept.setMaxIndex(KEPT);
        kept.setFileNamePattern(file.toString().replaceFirst("\\.log$", "").replace("%", "\\%") + ".%i.log");
        kept.start();

        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(LARGEST));
        size.start();

        appender.setRollingPolicy(kept);
        appender.setTriggeringPolicy(size);
        appender.start();
        return appender;
    }

    private static JsonEncoder encoder(LoggerContext context) {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithFormattedMessage(true);
        encoder.start();
        return encoder;
    }

    /** {@return what is logged of a run, into the file that the run names} */
    static Appender<ILoggingEvent> runs(LoggerContext context, Function<String, Appender<ILoggingEvent>> files) {
        MDCBasedDiscriminator file = new MDCBasedDiscriminator();
        file.setContext(context);
        file.setKey(Acting.LOG_FILE);
        file.setDefaultValue(NONE);
        file.start();

        SiftingAppender appender = new SiftingAppender();
        appender.setContext(context);
        appender.setDiscriminator(file);
        appender.setAppenderFactory((any, name) -> name.equals(NONE) ? nowhere(context) : files.apply(name));
        appender.start();
        return appender;
    }

    private static Appender<ILoggingEvent> nowhere(LoggerContext context) {
        NOPAppender<ILoggingEvent> nowhere = new NOPAppender<>();
        nowhere.setContext(context);
        nowhere.start();
        return nowhere;
    }
}
