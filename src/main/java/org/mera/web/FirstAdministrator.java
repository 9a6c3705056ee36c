package org.mera.web;

import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mera.access.Role;
import org.mera.access.User;
import org.mera.batch.Acting;
import org.mera.batch.UserDesk;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes the first administrator where there is none; the password is told once, by whoever starts the server. */
@Component
class FirstAdministrator {

    static final String NAME = "admin";

    private final @Nullable String password;

    FirstAdministrator(UserDesk users, PasswordEncoder encoder) {
        password = users.hasAdministrator() ? null : GivenPasswords.next();
        if (password != null) {
            User user = new User(NAME, "", encoder.encode(password), true, true, EnumSet.of(Role.ADMINISTRATOR));
            Acting.as("server", () -> users.save(user));
        }
    }

    /** {@return the password, where it was made just now} */
    Optional<String> password() {
        return Optional.ofNullable(password);
    }
}
