package org.mera.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mera.access.Role;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/** Roles as Spring Security calls them. */
final class Authorities {

    private Authorities() {}

    static List<GrantedAuthority> of(Set<Role> rights) {
        return AuthorityUtils.createAuthorityList(Stream.of(Role.values())
                .filter(rights::contains)
                .map(role -> "ROLE_" + role.name())
                .toArray(String[]::new));
    }
}
