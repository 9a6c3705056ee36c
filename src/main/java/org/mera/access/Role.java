package org.mera.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a user of the console may do. Whoever may log in is a viewer too. */
public enum Role {

    /** Reads and downloads. */
    VIEWER,

    /** Checks files and hands them in. */
    EXPERT,

    /** Runs the job and reruns what failed. */
    OPERATOR,

    /** Decides and approves. */
    COMMITTEE,

    /** Looks after the users. */
    ADMINISTRATOR;

    /** {@return the role that users write so} */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** {@return the role as users write it} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
