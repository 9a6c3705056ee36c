package org.mera.web;

import java.util.stream.Stream;
import org.mera.access.Role;
import org.mera.batch.UserDesk;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The users as Spring Security asks for them. Whoever may log in is a viewer too. */
@Component
class Accounts implements UserDetailsService {

    private final UserDesk users;

    Accounts(UserDesk users) {
        this.users = users;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        return users.user(name)
                .filter(user -> user.password() != null)
                .map(user -> User.withUsername(user.name())
                        .password(user.password() == null ? "" : user.password())
                        .disabled(!user.active())
                        .roles(Stream.concat(Stream.of(Role.VIEWER), user.roles().stream())
                                .distinct()
                                .map(Role::name)
                                .toArray(String[]::new))
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException(name));
    }
}
