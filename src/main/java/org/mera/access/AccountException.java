package org.mera.access;

/** A change of an account that cannot be made. The message is fit for people. */
public final class AccountException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why not. */
    public enum Reason {
        NAME("is no name of an account; use letters, digits, «.», «_», «@» and «-», at most 64"),
        EXISTS("exists already; choose another name"),
        UNKNOWN("does not exist"),
        LAST_ADMINISTRATOR("is the last who may look after the users; make somebody else an administrator first"),
        ROLES("has not all the roles that the token is to have"),
        TITLE("needs a title for the token, at most 100 characters"),
        EXPIRY("may have tokens for one day to three years");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    public AccountException(String account, Reason reason) {
        super("«" + account + "» " + reason.words);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
