package org.mera.committee;

import java.util.List;
import org.mera.scoring.ClassDecision;
import org.mera.scoring.DecidedCell;

/**
 * What was decided of a company, superseded decisions too.
 *
 * @param name    empty where the register has the company no more
 * @param cells   by criterion and column; of one cell in the order of the acts
 * @param classes in the order of the acts
 */
public record DecidedCompany(String company, String name, List<DecidedCell> cells, List<ClassDecision> classes) {

    public DecidedCompany {
        cells = List.copyOf(cells);
        classes = List.copyOf(classes);
    }
}
