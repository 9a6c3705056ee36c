package org.mera.access;

import java.util.EnumSet;
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

    /** {@return whether he or she may look after the users} */
    public boolean isAdministrator() {
        return active && roles.contains(Role.ADMINISTRATOR);
    }

    /** {@return what he or she may do} Whoever may log in is a viewer too. */
    public Set<Role> rights() {
        Set<Role> rights = EnumSet.of(Role.VIEWER);
        rights.addAll(roles);
        return rights;
    }

    /** {@return this user with another name for people} */
    public User withFullName(String other) {
        return new User(name, other, password, mustChange, active, roles);
    }

    /** {@return this user with other roles} */
    public User withRoles(Set<Role> other) {
        return new User(name, fullName, password, mustChange, active, other);
    }

    /** {@return this user with another password, as it is stored} */
    public User withPassword(String other, boolean toBeChanged) {
        return new User(name, fullName, other, toBeChanged, active, roles);
    }

    /** {@return this user, who may log in or not} */
    public User withActive(boolean other) {
        return new User(name, fullName, password, mustChange, other, roles);
    }
}
