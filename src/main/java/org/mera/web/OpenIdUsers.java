package org.mera.web;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mera.access.AccountName;
import org.mera.access.Role;
import org.mera.access.User;
import org.mera.batch.Acting;
import org.mera.batch.UserDesk;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Who comes by OpenID Connect: the account is called as the issuer's {@code preferred_username} says, and has the roles that a claim names; both are
 * brought up to date whenever he or she comes. An account with a password of its own is nobody else's, whatever an issuer says.
 */
@Component
class OpenIdUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService issuer = new OidcUserService();
    private final UserDesk users;
    private final ServerSettings settings;

    OpenIdUsers(UserDesk users, ServerSettings settings) {
        this.users = users;
        this.settings = settings;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser told = issuer.loadUser(request);
        String typed = told.getPreferredUsername();
        String name = AccountName.of(typed == null ? told.getSubject() : typed)
                .orElseThrow(() -> refused("the issuer names the user by what is no name of an account"));
        Set<Role> roles = roles(told.getClaim(settings.oidc().rolesClaim()));
        if (roles.isEmpty()) {
            throw refused("the claim " + settings.oidc().rolesClaim() + " of " + name + " names no role of Mera");
        }
        User user = Acting.as("openid", () -> stored(name, told.getFullName(), roles));
        return new Named(name, Authorities.of(user.rights()), told);
    }

    private User stored(String name, @Nullable String fullName, Set<Role> roles) {
        User before = users.user(name).orElse(null);
        if (before == null) {
            User user = new User(name, fullName == null ? "" : fullName, null, false, true, roles);
            users.create(user);
            return user;
        }
        if (before.password() != null) {
            throw refused("the account " + name + " has a password of its own");
        }
        if (!before.active()) {
            throw refused("the account " + name + " is disabled");
        }
        return users.change(
                name, user -> user.withRoles(roles).withFullName(fullName == null ? user.fullName() : fullName));
    }

    private static Set<Role> roles(@Nullable Object claim) {
        Collection<?> words =
                claim instanceof Collection<?> several ? several : claim == null ? List.of() : List.of(claim);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        words.forEach(word -> Role.of(word.toString().toLowerCase(Locale.ROOT)).ifPresent(roles::add));
        return roles;
    }

    private static OAuth2AuthenticationException refused(String why) {
        return new OAuth2AuthenticationException(new OAuth2Error("access_denied", why, null), why);
    }

    /** Called as the account is. */
    private static final class Named extends DefaultOidcUser {

        private static final long serialVersionUID = 1L;

        private final String account;

        Named(
                String account,
                Collection<? extends org.springframework.security.core.GrantedAuthority> authorities,
                OidcUser told) {
            super(authorities, told.getIdToken(), told.getUserInfo());
            this.account = account;
        }

        @Override
        public String getName() {
            return account;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Named named && named.account.equals(account);
        }

        @Override
        public int hashCode() {
            return account.hashCode();
        }
    }
}
