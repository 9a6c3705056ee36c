package org.mera.cli;

import java.time.Duration;

/** How far a step is: what a progress line says, apart from how it is drawn. Not safe for use by several threads at once. */
final class StepMeter {

    private final String step;
    private final long total;
    private final String unit;
    private final long startNanos;
    private long done;

    StepMeter(String step, long total, String unit, long nowNanos) {
        this.step = step;
        this.total = total;
        this.unit = unit;
        this.startNanos = nowNanos;
    }

    /** {@return what is left of a step that an earlier run began: assess: 3 of 500 chunks to do} */
    static String goesOn(String step, int left, int all) {
        return step + ": " + Numbers.count(left) + " of " + Numbers.of(all, "chunk", "chunks") + " to do";
    }

    void advance(long by) {
        done += by;
    }

    String step() {
        return step;
    }

    /** {@return whether there is a share to show} */
    boolean measured() {
        return total > 0;
    }

    int percent() {
        return (int) Math.min(100, 100 * done / Math.max(1, total));
    }

    /** {@return what is to do: 10,000 companies} */
    String size() {
        return counted(total);
    }

    /** {@return what is done: 4,000 companies} */
    String amount() {
        return counted(done);
    }

    private String counted(long number) {
        return Numbers.of(number, unit.equals("companies") ? "company" : unit.substring(0, unit.length() - 1), unit);
    }

    String doneOfTotal(String parting) {
        return Numbers.count(done) + parting + size();
    }

    boolean started() {
        return done > 0;
    }

    String rate(long nowNanos) {
        return Numbers.count(Math.round(done / seconds(nowNanos))) + "/s";
    }

    String left(long nowNanos) {
        double rate = done / seconds(nowNanos);
        return Numbers.duration(Duration.ofSeconds(Math.round(Math.max(0, total - done) / rate)));
    }

    Duration taken(long nowNanos) {
        return Duration.ofNanos(nowNanos - startNanos);
    }

    private double seconds(long nowNanos) {
        return Math.max(1e-3, (nowNanos - startNanos) / 1e9);
    }
}
