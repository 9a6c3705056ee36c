package org.mera.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Runs a command in this process and keeps what it wrote. */
final class Console {

    private final FakeCapabilities capabilities;
    private final Map<String, String> environment = new HashMap<>();

    Console(FakeCapabilities capabilities) {
        this.capabilities = capabilities;
    }

    Console with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Result run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T04:15:00Z"), ZoneId.of("Europe/Moscow"));
        Invocation invocation = new Invocation(
                new Screen(new PrintWriter(out), new PrintWriter(err), false, 80),
                capabilities,
                environment,
                clock,
                () -> 0);
        int code = MeraCommand.execute(invocation, args);
        return new Result(code, out.toString(), err.toString());
    }

    /** What a command left behind. */
    record Result(int code, String out, String err) {}
}
