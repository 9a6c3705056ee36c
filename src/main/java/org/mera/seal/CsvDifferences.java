package org.mera.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mera.csv.CsvInput;

/** Names the cells in which a sealed CSV file and the recomputed one differ. */
final class CsvDifferences implements Lockstep.Meeting<CsvInput.Line> {

    private final String file;
    private final String kind;
    private final Consumer<Difference> each;
    private final List<String> headings;
    private final List<Integer> keys;

    private CsvDifferences(String file, Consumer<Difference> each, List<String> headings, List<Integer> keys) {
        this.file = file;
        this.kind = file.replaceFirst("(?<=/).*", "…");
        this.each = each;
        this.headings = headings;
        this.keys = keys;
    }

    /**
     * Tells of each difference.
     *
     * @param reading how these files are read
     * @param keyed   the headings of the cells by which records are recognised: those of equal cells are compared with each other; none: all cells
     */
    static void tell(
            String file,
            Path sealed,
            Path recomputed,
            Function<InputStream, CsvInput> reading,
            Set<String> keyed,
            Consumer<Difference> each)
            throws IOException {
        try (CsvInput before = reading.apply(Files.newInputStream(sealed));
                CsvInput now = reading.apply(Files.newInputStream(recomputed))) {
            List<String> headings = now.next().cells();
            if (!before.hasNext() || !before.next().cells().equals(headings)) {
                each.accept(new Difference(file, 1, "the heading is not " + String.join(",", headings)));
            }
            List<Integer> keys = IntStream.range(0, headings.size())
                    .filter(i -> keyed.isEmpty() || keyed.contains(headings.get(i)))
                    .boxed()
                    .toList();
            CsvDifferences differences = new CsvDifferences(file, each, headings, keys);
            Lockstep.walk(before, now, differences::key, differences);
        }
    }

    @Override
    public void both(CsvInput.Line sealed, CsvInput.Line recomputed) {
        int cells = Math.max(sealed.cells().size(), recomputed.cells().size());
        for (int i = 0; i < cells; i++) {
            if (!sealed.cell(i).equals(recomputed.cell(i))) {
                String heading = i < headings.size() ? headings.get(i) : "cell " + (i + 1);
                each.accept(new Difference(
                        file,
                        sealed.number(),
                        key(sealed) + ", " + heading + ": stands " + shown(sealed.cell(i)) + ", recomputed "
                                + shown(recomputed.cell(i)),
                        kind + ", " + heading));
            }
        }
    }

    @Override
    public void sealedOnly(CsvInput.Line sealed) {
        each.accept(new Difference(file, sealed.number(), "nothing gives this line: " + text(sealed), kind));
    }

    @Override
    public void recomputedOnly(CsvInput.Line recomputed) {
        each.accept(new Difference(
                file, recomputed.number(), "here a line is missing, or is another one: " + text(recomputed), kind));
    }

    private String key(CsvInput.Line line) {
        return keys.stream().map(line::cell).collect(Collectors.joining(","));
    }

    private static String text(CsvInput.Line line) {
        return String.join(",", line.cells());
    }

    private static String shown(String cell) {
        return cell.isEmpty() ? "nothing" : cell;
    }
}
