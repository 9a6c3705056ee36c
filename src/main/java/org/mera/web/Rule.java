package org.mera.web;

import java.util.Set;
import org.mera.access.Role;
import org.springframework.http.HttpMethod;

/**
 * Who may use an address.
 *
 * @param roles one of them suffices; empty: everybody, also who has not logged in
 */
record Rule(HttpMethod method, String pattern, Set<Role> roles) {

    Rule {
        roles = Set.copyOf(roles);
    }

    /** {@return whether one has to have logged in for it} */
    boolean needsUser() {
        return !roles.isEmpty();
    }
}
