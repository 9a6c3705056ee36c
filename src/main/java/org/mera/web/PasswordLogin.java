package org.mera.web;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mera.access.AccountName;
import org.mera.access.User;
import org.mera.batch.LoginDesk;
import org.mera.batch.UserDesk;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Lets in whoever knows the password of an account. Whether a name exists shows neither in the answer nor in how long it takes. */
final class PasswordLogin implements AuthenticationProvider {

    /** Attempts on one name are made one after another, so that many at a time do not outrun the count of failures. */
    private static final Object[] LOCKS = Stream.generate(Object::new).limit(64).toArray();

    private final UserDesk users;
    private final LoginDesk logins;
    private final PasswordEncoder encoder;
    private final boolean people;
    private final String nobodys;

    /** @param people whether a password that was given by somebody else will do, since it has to be changed next */
    PasswordLogin(UserDesk users, LoginDesk logins, PasswordEncoder encoder, boolean people, String nobodys) {
        this.users = users;
        this.logins = logins;
        this.encoder = encoder;
        this.people = people;
        this.nobodys = nobodys;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String typed = asked.getName();
        String name = AccountName.of(typed).orElse(typed);
        String address =
                asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        synchronized (lock(name)) {
            Optional<Duration> wait = logins.wait(name, address);
            if (wait.isPresent()) {
                throw new ThrottledException(wait.get());
            }
            User user = known(name, asked.getCredentials(), address);
            if (!people) {
                if (user.mustChange()) {
                    throw new CredentialsExpiredException(
                            "this password was given by somebody else; log in to the console and change it first");
                }
                logins.forgive(name, address);
            }
            UsernamePasswordAuthenticationToken known =
                    UsernamePasswordAuthenticationToken.authenticated(user.name(), null, Authorities.of(user.rights()));
            known.setDetails(asked.getDetails());
            return known;
        }
    }

    /** {@return what whoever compares a password with this name's holds meanwhile} */
    static Object lock(String name) {
        return LOCKS[Math.floorMod(name.hashCode(), LOCKS.length)];
    }

    private User known(String name, @Nullable Object credentials, String address) {
        User user = AccountName.of(name).flatMap(users::user).orElse(null);
        String password = credentials == null ? "" : credentials.toString();
        String hash = user == null ? null : user.password();
        boolean fits = encoder.matches(password, hash == null ? nobodys : hash);
        if (user == null || hash == null || !fits) {
            logins.refused(name, address, "wrong name or password");
            throw new BadCredentialsException("wrong name or password");
        }
        if (!user.active()) {
            logins.refused(name, address, "the account is disabled");
            throw new BadCredentialsException("wrong name or password");
        }
        return user;
    }
}
