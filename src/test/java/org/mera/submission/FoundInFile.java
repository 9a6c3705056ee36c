package org.mera.submission;

import java.util.ArrayList;
import java.util.List;
import org.mera.csv.Problem;

/** Keeps what a scan gave. */
final class FoundInFile implements ScanSink {

    final List<Range> ranges = new ArrayList<>();
    final List<RegisterEntry> entries = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();

    @Override
    public void range(Range range) {
        ranges.add(range);
    }

    @Override
    public void entry(RegisterEntry entry) {
        entries.add(entry);
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    @Override
    public void restart() {
        ranges.clear();
        entries.clear();
        problems.clear();
    }

    /** {@return each range as «ordinal company firstRecord+records»} */
    List<String> places() {
        return ranges.stream()
                .map(range ->
                        range.ordinal() + " " + range.company() + " " + range.firstRecord() + "+" + range.records())
                .toList();
    }
}
