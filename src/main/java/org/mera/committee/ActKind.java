package org.mera.committee;

import java.util.Locale;

/** What the committee can do. */
public enum ActKind {
    DECIDE,
    WITHDRAW,
    VERIFICATION,
    APPROVE,
    REOPEN;

    /** {@return the kind as it is stored and logged} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
