package org.mera.batch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mera.committee.StoredApproval;
import org.mera.scoring.ClassDecision;
import org.mera.scoring.DecidedCell;
import org.mera.scoring.Withdrawal;

/**
 * How far the committee is with a year: all that it has done up to now, whether the outputs have it already or not.
 *
 * @param year        as it was published
 * @param cells       decisions on scores, superseded ones too, the newest companies' order: by company, criterion, column, then as they were taken
 * @param classes     decisions on classes, superseded ones too, by company, then as they were taken
 * @param withdrawals those that stand, by company
 * @param names       of the companies that they are about, where the register has one
 * @param pending     whether something was done that the outputs do not have yet
 * @param approval    the one that stands; empty where the cycle is open
 */
public record CommitteeState(
        RatedYear year,
        List<DecidedCell> cells,
        List<ClassDecision> classes,
        List<Withdrawal> withdrawals,
        Map<String, String> names,
        boolean pending,
        Optional<StoredApproval> approval) {

    public CommitteeState {
        cells = List.copyOf(cells);
        classes = List.copyOf(classes);
        withdrawals = List.copyOf(withdrawals);
        names = Map.copyOf(names);
    }

    /** {@return the name of a company} Empty where it is not known. */
    public String name(String company) {
        return names.getOrDefault(company, "");
    }
}
