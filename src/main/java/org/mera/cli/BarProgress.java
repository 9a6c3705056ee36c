package org.mera.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.mera.batch.Progress;

/** Progress for a terminal: one line a step, drawn anew at most ten times a second. */
final class BarProgress implements Progress {

    private static final long PAUSE = Duration.ofMillis(100).toNanos();
    private static final int LEAST_BAR = 10;
    private static final int MOST_BAR = 40;
    private static final int STEP_WIDTH = 9;

    private final PrintWriter out;
    private final int width;
    private final LongSupplier nanoClock;
    private @Nullable StepMeter meter;
    private long drawnAt;
    private int drawnWidth;

    BarProgress(PrintWriter out, int width, LongSupplier nanoClock) {
        this.out = out;
        this.width = width;
        this.nanoClock = nanoClock;
    }

    @Override
    public synchronized void goesOn(String step, int left, int all) {
        out.println(StepMeter.goesOn(step, left, all));
    }

    @Override
    public synchronized void stepStarted(String step, long total, String unit) {
        long now = nanoClock.getAsLong();
        meter = new StepMeter(step, total, unit, now);
        draw(line(meter, now), now);
    }

    @Override
    public synchronized void advanced(long by) {
        if (meter == null) {
            return;
        }
        meter.advance(by);
        long now = nanoClock.getAsLong();
        if (now - drawnAt >= PAUSE) {
            draw(line(meter, now), now);
        }
    }

    @Override
    public synchronized void stepFinished(String step) {
        if (meter != null) {
            long now = nanoClock.getAsLong();
            draw(
                    name(step) + (meter.started() ? "  " + meter.amount() : "") + "  "
                            + Numbers.duration(meter.taken(now)),
                    now);
            out.println();
        }
        meter = null;
        drawnWidth = 0;
    }

    /** One column stays free: many terminals break the line when the last one is filled. Blanks cover what was there before. */
    private void draw(String line, long now) {
        String shown = line.length() < width ? line : line.substring(0, width - 1);
        out.print("\r" + shown + " ".repeat(Math.max(0, drawnWidth - shown.length())));
        out.flush();
        drawnWidth = shown.length();
        drawnAt = now;
    }

    private String line(StepMeter meter, long now) {
        String name = name(meter.step());
        if (!meter.measured()) {
            return meter.started() ? name + "  " + meter.amount() + "  " + meter.rate(now) : name;
        }
        String share = String.format(java.util.Locale.ROOT, "%3d%%", meter.percent());
        String counts = "  " + meter.doneOfTotal("/");
        String speed = meter.started() ? "  " + meter.rate(now) + "  " + meter.left(now) + " left" : "";
        int room = width - 1 - name.length() - 2 - 2 - share.length() - 1 - counts.length() - speed.length();
        return name
                + (room >= LEAST_BAR ? "  [" + bar(meter.percent(), Math.min(MOST_BAR, room)) + "] " : "  ")
                + share
                + counts
                + speed;
    }

    private static String bar(int percent, int length) {
        int full = length * percent / 100;
        return "#".repeat(full) + ".".repeat(length - full);
    }

    /** All steps of a run in one column. */
    private static String name(String step) {
        return step + " ".repeat(Math.max(0, STEP_WIDTH - step.length()));
    }
}
