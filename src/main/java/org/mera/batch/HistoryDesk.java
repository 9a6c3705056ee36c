package org.mera.batch;

import java.nio.file.Path;

/** Where rankings from before this home are brought in. */
public interface HistoryDesk {

    /**
     * Takes over the rankings of a file, all of them or, where it has an error, none; those of the years in it are replaced. {@return what was taken
     * over, or the file's problems}
     *
     * @throws org.mera.cycle.CycleException when nothing has been run yet: the rating is not known then
     */
    HistoryReport importHistory(Path file);
}
