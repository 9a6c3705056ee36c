package org.mera.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mera.access.AccountException;
import org.mera.access.AccountName;
import org.mera.access.Role;
import org.mera.access.User;
import org.mera.audit.AuditEntry;
import org.mera.audit.AuditFilter;
import org.mera.batch.AuditPage;
import org.mera.batch.AuditPages;
import org.mera.batch.UserDesk;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** The audit log and the users for programs. */
@RestController
@RequestMapping(AccessRules.API)
class HomeApi {

    private static final int LONGEST_FULL_NAME = 200;

    private final AuditPages log;
    private final UserDesk users;
    private final PasswordEncoder encoder;
    private final Said said;

    HomeApi(AuditPages log, UserDesk users, PasswordEncoder encoder, Said said) {
        this.log = log;
        this.users = users;
        this.encoder = encoder;
        this.said = said;
    }

    /**
     * A user.
     *
     * @param roles besides that of a viewer, which everybody has
     */
    record UserView(String name, String fullName, boolean active, List<String> roles) {

        static UserView of(User user) {
            return new UserView(
                    user.name(),
                    user.fullName(),
                    user.active(),
                    user.roles().stream()
                            .filter(role -> role != Role.VIEWER)
                            .sorted()
                            .map(Role::word)
                            .toList());
        }
    }

    /** A new user. */
    record NewUser(@Nullable String name, @Nullable String fullName, @Nullable List<String> roles) {}

    /**
     * A new user, as he or she was stored.
     *
     * @param password told this once; it is to be changed at the first login
     */
    record Created(UserView user, String password) {}

    /** What is to be different; what is missing stays. */
    record UserChange(@Nullable String fullName, @Nullable List<String> roles, @Nullable Boolean active) {}

    @GetMapping("/log")
    ResponseEntity<ApiPage<AuditEntry>> log(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = ApiPage.USUAL) int size) {
        ApiPage.Asked asked = new ApiPage.Asked(page, size);
        AuditPage found = log.page(new AuditFilter(year, who, act, null, null), asked.offset(), size);
        return asked.of(found.entries().stream().map(said::asTold).toList(), found.total(), null)
                .answer();
    }

    @GetMapping("/users")
    List<UserView> users() {
        return users.users().stream().map(UserView::of).toList();
    }

    @GetMapping("/users/{name}")
    UserView user(@PathVariable String name) {
        return UserView.of(find(name));
    }

    @PostMapping("/users")
    ResponseEntity<Created> create(@RequestBody NewUser asked) {
        String given = asked.name() == null ? "" : asked.name();
        String name = AccountName.of(given).orElse(given);
        String password = GivenPasswords.next();
        if (name.isBlank()) {
            throw new AccountException(name, AccountException.Reason.NAME);
        }
        User user = new User(name, shortened(asked.fullName()), hash(password), true, true, roles(asked.roles()));
        users.create(user);
        return ResponseEntity.created(URI.create(
                        AccessRules.API + "/users/" + UriUtils.encodePathSegment(name, StandardCharsets.UTF_8)))
                .body(new Created(UserView.of(user), password));
    }

    @PutMapping("/users/{name}")
    UserView change(@PathVariable String name, @RequestBody UserChange asked) {
        return UserView.of(users.change(find(name).name(), user -> {
            User changed = asked.fullName() == null ? user : user.withFullName(shortened(asked.fullName()));
            changed = asked.roles() == null ? changed : changed.withRoles(roles(asked.roles()));
            return asked.active() == null ? changed : changed.withActive(asked.active());
        }));
    }

    private User find(String name) {
        return AccountName.of(name)
                .flatMap(users::user)
                .orElseThrow(() -> new AccountException(name, AccountException.Reason.UNKNOWN));
    }

    private static Set<Role> roles(@Nullable List<String> words) {
        Set<Role> roles = EnumSet.of(Role.VIEWER);
        for (String word : words == null ? List.<String>of() : words) {
            roles.add(role(word));
        }
        return roles;
    }

    private static Role role(String word) {
        for (Role role : Role.values()) {
            if (role.word().equals(word.toLowerCase(Locale.ROOT))) {
                return role;
            }
        }
        throw new ApiException(
                422,
                "bad-request",
                "There is no role «" + word + "»; use expert, operator, committee or administrator");
    }

    private String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    private static String shortened(@Nullable String fullName) {
        String said = fullName == null ? "" : fullName.strip().replaceAll("\\p{Cntrl}", " ");
        return said.substring(0, Math.min(said.length(), LONGEST_FULL_NAME));
    }
}
