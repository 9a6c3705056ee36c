package org.mera.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mera.seal.Difference;

/** Prints the differences of a set as they are found: causes under a heading of their own, and of each kind that follows from them the first few. */
final class DifferenceText {

    private static final int TOLD = 20;

    private final PrintWriter out;
    private final boolean all;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private boolean causes;
    private String heading = "";

    /** @param all whether none is left out */
    DifferenceText(PrintWriter out, boolean all) {
        this.out = out;
        this.all = all;
    }

    void print(Difference difference) {
        if (difference.isCause()) {
            causes = true;
            under("Files that are not as they were sealed or read:", difference.toString());
        } else if (counts.merge(difference.kind(), 1, Integer::sum) <= TOLD || all) {
            under(
                    causes
                            ? "Recomputed, these places differ; in a file named above it is what was changed in it,"
                                    + " elsewhere what follows from that:"
                            : "Recomputed, these places differ:",
                    difference.toString());
        }
    }

    /** Tells how many were left out. */
    void end() {
        if (all) {
            return;
        }
        counts.forEach((kind, count) -> {
            if (count > TOLD) {
                out.println("  " + kind + ": and " + Numbers.of(count - TOLD, "more difference", "more differences")
                        + " of this kind; --all lists them");
            }
        });
    }

    private void under(String wanted, String line) {
        if (!heading.equals(wanted)) {
            heading = wanted;
            out.println(wanted);
        }
        out.println("  " + line);
    }
}
