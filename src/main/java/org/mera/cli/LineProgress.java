package org.mera.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.mera.batch.Progress;

/** Progress for a file or a pipe: whole lines, few of them. */
final class LineProgress implements Progress {

    private static final long PAUSE = Duration.ofSeconds(5).toNanos();
    private static final long SILENCE = Duration.ofMinutes(1).toNanos();
    private static final int SHARE = 10;

    private final PrintWriter out;
    private final LongSupplier nanoClock;
    private @Nullable StepMeter meter;
    private long toldAt;
    private int toldPercent;

    LineProgress(PrintWriter out, LongSupplier nanoClock) {
        this.out = out;
        this.nanoClock = nanoClock;
    }

    @Override
    public synchronized void goesOn(String step, int left, int all) {
        out.println(StepMeter.goesOn(step, left, all));
    }

    @Override
    public synchronized void stepStarted(String step, long total, String unit) {
        meter = new StepMeter(step, total, unit, nanoClock.getAsLong());
        toldAt = nanoClock.getAsLong();
        toldPercent = 0;
        out.println(step + (meter.measured() ? ": " + meter.size() : ""));
    }

    @Override
    public synchronized void advanced(long by) {
        if (meter == null) {
            return;
        }
        meter.advance(by);
        long now = nanoClock.getAsLong();
        long silent = now - toldAt;
        boolean farther = meter.measured() && meter.percent() - toldPercent >= SHARE;
        if (silent >= SILENCE || (silent >= PAUSE && farther)) {
            toldAt = now;
            toldPercent = meter.percent();
            out.println(line(meter, now));
        }
    }

    @Override
    public synchronized void stepFinished(String step) {
        if (meter != null) {
            Duration taken = meter.taken(nanoClock.getAsLong());
            out.println(step + ": done" + (meter.started() ? ", " + meter.amount() : "") + " in "
                    + Numbers.duration(taken));
        }
        meter = null;
    }

    private static String line(StepMeter meter, long now) {
        return meter.measured()
                ? meter.step() + ": " + meter.percent() + "% (" + meter.doneOfTotal(" of ") + ", " + meter.rate(now)
                        + ", " + meter.left(now) + " left)"
                : meter.step() + ": " + meter.amount() + ", " + meter.rate(now);
    }
}
