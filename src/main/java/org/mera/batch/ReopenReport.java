package org.mera.batch;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of opening an approved cycle again.
 *
 * @param edition  that was approved
 * @param protocol by which it was
 * @param kept     the folder in which the approved set stays, or what is left of it
 * @param damaged  in what the set is not the approved one; empty where it is
 * @param why      it could not be restored; empty where nothing is damaged
 */
public record ReopenReport(int year, int edition, String protocol, Path kept, List<String> damaged, String why) {

    public ReopenReport {
        damaged = List.copyOf(damaged);
    }
}
