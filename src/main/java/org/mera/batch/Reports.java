package org.mera.batch;

import java.nio.file.Path;
import java.util.List;

/**
 * The reports of a rated year as they were published last.
 *
 * @param folder  of the set: {@code OUT/YEAR}
 * @param reports the committee's first, then by file (code points); empty where none were published
 */
public record Reports(int year, Path folder, List<Report> reports) {

    public Reports {
        reports = List.copyOf(reports);
    }
}
