package org.mera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mera.cli.MeraProcess.Running;

/** When an undisturbed run printed which line, and of what step each line tells. */
final class StepTimes {

    private record Line(String text, long nanos) {}

    private final List<Line> lines = new ArrayList<>();

    /** {@return the lines of a run, which has ended then} */
    static StepTimes of(Running run) throws InterruptedException {
        StepTimes times = new StepTimes();
        while (run.process().isAlive()) {
            times.note(run.outSoFar());
            Thread.sleep(1);
        }
        times.note(run.outSoFar());
        return times;
    }

    private void note(String out) {
        List<String> told = out.lines().toList();
        for (String line : told.subList(Math.min(lines.size(), told.size()), told.size())) {
            lines.add(new Line(line, System.nanoTime()));
        }
    }

    /** {@return the time between the first lines that begin so} */
    Duration between(String from, String to) {
        return Duration.ofNanos(nanos(to) - nanos(from));
    }

    private long nanos(String begin) {
        List<Line> found =
                lines.stream().filter(line -> line.text().startsWith(begin)).toList();
        assertThat(found).as("%s in %s", begin, lines).isNotEmpty();
        return found.get(0).nanos();
    }

    static boolean says(String out, String begin) {
        return out.startsWith(begin) || out.contains("\n" + begin);
    }

    /** {@return the step that a run was in when this was all that it had printed} */
    static String stepOf(String out) {
        String step = "start";
        for (String[] sign : new String[][] {
            {"register: ", "register"},
            {"discover: ", "discover"},
            {"discover: done", "planning"},
            {"assess: ", "assess"},
            {"assess: done", "rank"},
            {"rank: done", "export"},
            {"export", "export"},
            {"export: done", "seal"},
            {"seal", "seal"},
            {"seal: done", "end"}
        }) {
            if (says(out, sign[0])) {
                step = sign[1];
            }
        }
        return step;
    }
}
