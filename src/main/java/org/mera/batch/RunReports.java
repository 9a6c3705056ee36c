package org.mera.batch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.mera.report.PrintedReport;

/** The reports of a run: those that its set of outputs has by now, and what they are printed by. */
final class RunReports {

    private final Map<String, PrintedReport> inSet = new ConcurrentHashMap<>();
    private final AtomicInteger printed = new AtomicInteger();
    private @Nullable PaperPress press;

    /** A set of outputs is begun that has none yet. */
    void begin() {
        inSet.clear();
    }

    /** A report that was printed in this run is in the set. */
    void printed(PrintedReport report) {
        printed.incrementAndGet();
        tookOver(report);
    }

    /** A report that was printed before is in the set. */
    void tookOver(PrintedReport report) {
        inSet.put(report.company(), report);
    }

    /**
     * {@return what the set has of a company} Null where it has nothing yet. A chunk that is tried again after a passing fault finds there what it has
     * printed.
     */
    @Nullable
    PrintedReport inSet(String company) {
        return inSet.get(company);
    }

    /** {@return how many reports were printed in this run, not in one that it goes on with} */
    int printed() {
        return printed.get();
    }

    void press(PaperPress opened) {
        press = opened;
    }

    PaperPress press() {
        if (press == null) {
            throw new IllegalStateException("The papers of this run were not opened");
        }
        return press;
    }
}
