package org.mera.web;

import java.security.SecureRandom;
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

    /** Without those that look alike. */
    private static final String CHARACTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 20;

    private final @Nullable String password;

    FirstAdministrator(UserDesk users, PasswordEncoder encoder) {
        password = users.hasAdministrator() ? null : generated();
        if (password != null) {
            User user = new User(NAME, "", encoder.encode(password), true, true, EnumSet.of(Role.ADMINISTRATOR));
            Acting.as("server", () -> users.save(user));
        }
    }

    /** {@return the password, where it was made just now} */
    Optional<String> password() {
        return Optional.ofNullable(password);
    }

    private static String generated() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }
}
