package org.mera.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may log in.
 *
 * @param name         of the account, as it is typed
 * @param fullName     as people call him or her; empty where it was not given
 * @param password     as it is stored; null where the user logs in elsewhere
 * @param mustChange   whether the password was given by somebody else
 * @param active       whether he or she may log in
 */
public record User(
        String name, String fullName, @Nullable String password, boolean mustChange, boolean active, Set<Role> roles) {

    public User {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an account has a name");
        }
        roles = Set.copyOf(roles);
    }
}
