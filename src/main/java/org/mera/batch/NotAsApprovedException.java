package org.mera.batch;

/** What is to be approved, or was, is not what the committee has seen: the same again would fail again. The message is one line for the user. */
public final class NotAsApprovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean approved;

    private NotAsApprovedException(String message, boolean approved) {
        super(message);
        this.approved = approved;
    }

    /** {@return that the inbox has changed while a cycle was being approved} */
    public static NotAsApprovedException changedMeanwhile() {
        return new NotAsApprovedException("The inbox was changed meanwhile; nothing was approved", false);
    }

    /**
     * {@return that an approved set cannot be restored}
     *
     * @param changes why, in clauses
     */
    public static NotAsApprovedException notRestorable(String changes) {
        return new NotAsApprovedException(
                "The approved outputs cannot be restored, as " + changes
                        + " since; put that back as it was and approve again, and they are",
                true);
    }

    /** {@return whether the cycle is approved} */
    public boolean isApproved() {
        return approved;
    }

    /** {@return what the command is for that goes on} */
    public String way() {
        return approved
                ? "To open the cycle for another edition instead: "
                : "To look at the result before it is approved: ";
    }
}
