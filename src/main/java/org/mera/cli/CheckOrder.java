package org.mera.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.cycle.MethodologySource;

/**
 * Which files are to be checked, and how.
 *
 * @param paths files, or folders whose files are meant; all exist
 * @param year   null: the year that most Tables name
 * @param cutoff the last date that a cited document may bear; null: today
 */
record CheckOrder(List<Path> paths, @Nullable Integer year, @Nullable LocalDate cutoff, MethodologySource methodology) {

    CheckOrder {
        paths = List.copyOf(paths);
    }
}
