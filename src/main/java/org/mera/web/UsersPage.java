package org.mera.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mera.access.AccountException;
import org.mera.access.AccountName;
import org.mera.access.Role;
import org.mera.access.User;
import org.mera.batch.UserDesk;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** Where the administrator looks after the users. */
@Controller
@RequestMapping("/users")
class UsersPage {

    private static final int LONGEST_FULL_NAME = 200;

    private final UserDesk users;
    private final PasswordEncoder encoder;
    private final MessageSource words;

    UsersPage(UserDesk users, PasswordEncoder encoder, MessageSource words) {
        this.users = users;
        this.encoder = encoder;
        this.words = words;
    }

    /** {@return what may be given} Whoever may log in is a viewer, so that this is no choice. */
    @ModelAttribute("choices")
    List<Role> choices() {
        return List.of(Role.EXPERT, Role.OPERATOR, Role.COMMITTEE, Role.ADMINISTRATOR);
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("users", users.users());
        return "users";
    }

    @PostMapping
    String create(
            @RequestParam String name,
            @RequestParam(defaultValue = "") String fullName,
            @RequestParam(defaultValue = "") Set<Role> role,
            Locale locale,
            RedirectAttributes next) {
        String called = AccountName.of(name).orElse(name);
        String password = GivenPasswords.next();
        try {
            users.create(new User(called, shortened(fullName), hash(password), true, true, roles(role)));
        } catch (AccountException e) {
            refuse(next, e, locale);
            next.addFlashAttribute("typedName", name);
            next.addFlashAttribute("typedFullName", fullName);
            next.addFlashAttribute("typedRoles", role);
            return "redirect:/users";
        }
        next.addFlashAttribute("given", password);
        next.addFlashAttribute("toast", words.getMessage("users.created", new Object[] {called}, locale));
        return page(called);
    }

    @GetMapping("/{name}")
    String one(@PathVariable String name, Model model) {
        model.addAttribute("user", user(name));
        return "user";
    }

    @PostMapping("/{name}")
    String change(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String fullName,
            @RequestParam(defaultValue = "") Set<Role> role,
            Locale locale,
            RedirectAttributes next) {
        return changed(
                name,
                user -> user.withFullName(shortened(fullName)).withRoles(roles(role)),
                "users.changed",
                locale,
                next);
    }

    @PostMapping("/{name}/password")
    String password(@PathVariable String name, Locale locale, RedirectAttributes next) {
        if (user(name).password() == null) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        String password = GivenPasswords.next();
        next.addFlashAttribute("given", password);
        return changed(name, user -> user.withPassword(hash(password), true), "users.given", locale, next);
    }

    @PostMapping("/{name}/disable")
    String disable(@PathVariable String name, Locale locale, RedirectAttributes next) {
        return changed(name, user -> user.withActive(false), "users.disabled", locale, next);
    }

    @PostMapping("/{name}/enable")
    String enable(@PathVariable String name, Locale locale, RedirectAttributes next) {
        return changed(name, user -> user.withActive(true), "users.enabled", locale, next);
    }

    private String changed(
            String name, UnaryOperator<User> change, String done, Locale locale, RedirectAttributes next) {
        String called = user(name).name();
        try {
            users.change(called, change);
            next.addFlashAttribute("toast", words.getMessage(done, new Object[] {called}, locale));
        } catch (AccountException e) {
            refuse(next, e, locale);
        }
        return page(called);
    }

    private void refuse(RedirectAttributes next, AccountException why, Locale locale) {
        next.addFlashAttribute("toastKind", "bad");
        next.addFlashAttribute("toast", words.getMessage("account.refused." + why.reason(), null, locale));
    }

    private User user(String name) {
        return AccountName.of(name)
                .flatMap(users::user)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    private static Set<Role> roles(@Nullable Set<Role> chosen) {
        return Optional.ofNullable(chosen).filter(some -> !some.isEmpty()).orElse(EnumSet.of(Role.VIEWER));
    }

    private static String shortened(String fullName) {
        String said = fullName.strip().replaceAll("\\p{Cntrl}", " ");
        return said.substring(0, Math.min(said.length(), LONGEST_FULL_NAME));
    }

    private static String page(String name) {
        return "redirect:/users/" + UriUtils.encodePathSegment(name, java.nio.charset.StandardCharsets.UTF_8);
    }
}
