package org.mera.batch;

import java.nio.file.Path;

/** Where it is brought back what companies were asked, what they answered, and what was found. It comes into the outputs with the next run. */
public interface VerificationDesk {

    /**
     * Takes the verifications of a file, all of them or, where it has an error, none. {@return what came of it, or the file's problems}
     *
     * @throws org.mera.cycle.CycleException     when nothing has been published of the year yet, or its cycle is approved
     * @throws org.mera.cycle.CycleBusyException when the cycle is being run
     */
    default VerificationReport verification(Path file, int year) {
        return verification(file, file.toString(), year);
    }

    /** Does the same with a file that is told of by another name, the one that it had where it was handed in. */
    VerificationReport verification(Path file, String name, int year);
}
