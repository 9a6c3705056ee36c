package org.mera.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.cycle.MethodologySource;

/**
 * Which files are to be checked, and how.
 *
 * @param paths files, or folders whose files are meant; all exist
 * @param year  null: the year that most Tables name
 */
record CheckOrder(List<Path> paths, @Nullable Integer year, MethodologySource methodology) {

    CheckOrder {
        paths = List.copyOf(paths);
    }
}
