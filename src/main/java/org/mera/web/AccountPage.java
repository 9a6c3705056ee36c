package org.mera.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.mera.access.AccountException;
import org.mera.access.PasswordRule;
import org.mera.access.Role;
import org.mera.access.Token;
import org.mera.access.User;
import org.mera.batch.LoginDesk;
import org.mera.batch.TokenDesk;
import org.mera.batch.UserDesk;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: password, language, tokens for programs. */
@Controller
@RequestMapping("/account")
class AccountPage {

    private final UserDesk users;
    private final TokenDesk tokens;
    private final LoginDesk logins;
    private final PasswordEncoder encoder;
    private final LanguageResolver languages;
    private final MessageSource words;
    private final Clock clock;

    AccountPage(
            UserDesk users,
            TokenDesk tokens,
            LoginDesk logins,
            PasswordEncoder encoder,
            LanguageResolver languages,
            MessageSource words,
            Clock clock) {
        this.users = users;
        this.tokens = tokens;
        this.logins = logins;
        this.encoder = encoder;
        this.languages = languages;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String account(Principal who, Model model) {
        User user = user(who);
        model.addAttribute("user", user);
        model.addAttribute("rights", user.rights().stream().sorted().toList());
        model.addAttribute(
                "tokensInUse",
                tokens.of(user.name()).stream()
                        .filter(token -> token.holds(clock.instant()))
                        .count());
        return "account";
    }

    @PostMapping("/language")
    String language(
            @RequestParam String lang,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        languages.setLocale(request, response, Locale.forLanguageTag(lang));
        return "redirect:/account";
    }

    @GetMapping("/password")
    String password(Principal who, Model model) {
        return passwordPage(user(who), model);
    }

    @PostMapping("/password")
    String change(
            @RequestParam String current,
            @RequestParam String wanted,
            @RequestParam String again,
            Principal who,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        User user = user(who);
        String wrong;
        try {
            wrong = isCurrent(user, current, request.getRemoteAddr()) ? wrong(user, current, wanted, again) : "CURRENT";
        } catch (ThrottledException e) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, e.retryAfter());
            model.addAttribute("wrong", words.getMessage("login.throttled", null, locale));
            model.addAttribute("wrongField", "current");
            return passwordPage(user, model);
        }
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("wrong", words.getMessage("password.wrong." + wrong, limits(), locale));
            model.addAttribute(
                    "wrongField", wrong.equals("CURRENT") ? "current" : wrong.equals("AGAIN") ? "again" : "wanted");
            return passwordPage(user, model);
        }
        String hash = Objects.requireNonNull(encoder.encode(wanted));
        User changed = users.change(user.name(), before -> before.withPassword(hash, false));
        // This session goes on; all others of the account end.
        request.changeSessionId();
        Visit.of(request).orElseThrow().goOn(request, changed);
        next.addFlashAttribute("toast", words.getMessage("password.changed", null, locale));
        return "redirect:/account";
    }

    /** {@return whether this is the user's password} It is counted as at the login: a session left open is no place to guess it either. */
    private boolean isCurrent(User user, String typed, String address) {
        if (user.password() == null) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        synchronized (PasswordLogin.lock(user.name())) {
            logins.wait(user.name(), address).ifPresent(wait -> {
                throw new ThrottledException(wait);
            });
            boolean fits = encoder.matches(typed, user.password());
            if (!fits) {
                logins.refused(user.name(), address, "wrong current password");
            }
            return fits;
        }
    }

    /** {@return what is wrong, as a key of the messages} Empty where nothing is. */
    private static String wrong(User user, String current, String wanted, String again) {
        if (!wanted.equals(again)) {
            return "AGAIN";
        }
        return wanted.equals(current)
                ? "SAME"
                : PasswordRule.broken(wanted, user.name()).map(Enum::name).orElse("");
    }

    private static String passwordPage(User user, Model model) {
        model.addAttribute("user", user);
        model.addAttribute("limits", limits());
        return "password";
    }

    private static Object[] limits() {
        return new Object[] {PasswordRule.SHORTEST, PasswordRule.LONGEST};
    }

    /** A token with its state now. */
    record Shown(Token token, String state) {}

    @GetMapping("/tokens")
    String tokens(Principal who, Model model) {
        User user = user(who);
        List<Shown> shown = tokens.of(user.name()).stream()
                .map(token -> new Shown(token, token.state(clock.instant())))
                .toList();
        model.addAttribute("user", user);
        model.addAttribute("tokens", shown);
        model.addAttribute("choices", user.rights().stream().sorted().toList());
        return "tokens";
    }

    @PostMapping("/tokens")
    String issue(
            @RequestParam String title,
            @RequestParam(defaultValue = "") Set<Role> role,
            @RequestParam(defaultValue = "365") int days,
            Principal who,
            Locale locale,
            RedirectAttributes next) {
        try {
            TokenDesk.NewToken made = tokens.issue(
                    user(who).name(), title, role.isEmpty() ? Set.of(Role.VIEWER) : role, Duration.ofDays(days));
            next.addFlashAttribute("secret", made.secret());
        } catch (AccountException e) {
            next.addFlashAttribute("toastKind", "bad");
            next.addFlashAttribute("toast", words.getMessage("account.refused." + e.reason(), null, locale));
        }
        return "redirect:/account/tokens";
    }

    @PostMapping("/tokens/{id}/revoke")
    String revoke(@PathVariable long id, Principal who, Locale locale, RedirectAttributes next) {
        if (!tokens.revoke(user(who).name(), id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        next.addFlashAttribute("toast", words.getMessage("tokens.revoked", null, locale));
        return "redirect:/account/tokens";
    }

    private User user(Principal who) {
        return users.user(who.getName()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
