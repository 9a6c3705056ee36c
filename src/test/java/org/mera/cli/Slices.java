package org.mera.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Lets a process run in slices of less than a millisecond, so that a moment that is over at once can be met. */
final class Slices implements AutoCloseable {

    private static final long SLICE_NANOS = 50_000;

    private final Process shell;
    private final Writer orders;
    private final BufferedReader answers;
    private final long pid;

    Slices(Process process) {
        try {
            // Its kill is built in: to start a program for each signal would take longer than a slice.
            shell = new ProcessBuilder("/bin/sh")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        orders = shell.outputWriter(StandardCharsets.US_ASCII);
        answers = new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.US_ASCII));
        pid = process.pid();
    }

    /** Stops the process, and lets all others go first from now on: it must not run while it is to be stopped again. */
    void stop() {
        order("kill -STOP " + pid + "; renice -n 19 -p $(ls /proc/" + pid + "/task) > /dev/null");
    }

    /** Lets the process run for a moment and stops it again. */
    void slice() {
        order("kill -CONT " + pid);
        long until = System.nanoTime() + SLICE_NANOS;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        order("kill -STOP " + pid);
    }

    private void order(String order) {
        try {
            orders.write(order + "; echo done\n");
            orders.flush();
            if (answers.readLine() == null) {
                throw new IllegalStateException("The shell is gone: " + order);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        shell.destroyForcibly();
    }
}
