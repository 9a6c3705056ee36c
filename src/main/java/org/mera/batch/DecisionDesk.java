package org.mera.batch;

import java.nio.file.Path;
import java.util.List;

/** Where the committee's decisions and withdrawals are taken. What was taken comes into the outputs with the next run. */
public interface DecisionDesk {

    /**
     * Takes the decisions of a file, all of them or, where it has an error, none. {@return what they change, or the file's problems}
     *
     * @throws org.mera.cycle.CycleException     when nothing has been published of the year yet, or its cycle is approved
     * @throws org.mera.cycle.CycleBusyException when the cycle is being run
     */
    default DecisionReport decide(Path file, int year) {
        return decide(file, file.toString(), year);
    }

    /** Does the same with a file that is told of by another name, the one that it had where it was handed in. */
    DecisionReport decide(Path file, String name, int year);

    /**
     * Looks at the decisions of a file and takes none. {@return what they would change, or the file's problems}
     *
     * @param name by which the file is told of
     * @throws org.mera.cycle.CycleException when nothing has been published of the year yet, or its cycle is approved
     */
    DecisionReport check(Path file, String name, int year);

    /**
     * Takes companies out of the ranking of a year, or back into it: all of them or, where one of them cannot be, none. {@return what that changes}
     *
     * @param companies INNs or codes, as they were typed
     * @param back      whether withdrawals are taken back
     * @throws org.mera.cycle.CycleException     when nothing has been published of the year yet, its cycle is approved, a company is not in its
     *                                           register, or is not withdrawn and should come back
     * @throws org.mera.cycle.CycleBusyException when the cycle is being run
     */
    WithdrawalReport withdraw(List<String> companies, int year, String reason, boolean back);
}
