package org.mera.web;

import java.util.Locale;
import java.util.Set;
import org.mera.access.Role;
import org.mera.batch.Acting;
import org.mera.cycle.CycleBusyException;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is said of an act on the page that comes next. */
@Component
class Said {

    private static final Set<String> MAY_KNOW =
            Set.of("ROLE_" + Role.OPERATOR, "ROLE_" + Role.COMMITTEE, "ROLE_" + Role.ADMINISTRATOR);

    private final MessageSource words;

    Said(MessageSource words) {
        this.words = words;
    }

    void well(RedirectAttributes next, Locale locale, String key, Object... values) {
        next.addFlashAttribute("toast", words.getMessage(key, values, locale));
    }

    /** Says why something was refused. */
    void refused(RedirectAttributes next, Locale locale, RuntimeException why) {
        next.addFlashAttribute("toast", why(locale, why));
        next.addFlashAttribute("toastKind", "bad");
    }

    /** {@return why something was refused} Messages name folders and commands: they are for those who run the rating or decide on it. */
    String why(Locale locale, RuntimeException why) {
        if (mayKnow()) {
            return String.valueOf(why.getMessage());
        }
        return words.getMessage(
                why instanceof CycleBusyException ? "rating.refused.busy" : "rating.refused", null, locale);
    }

    private static boolean mayKnow() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null
                && who.getAuthorities().stream().anyMatch(each -> MAY_KNOW.contains(each.getAuthority()))
                && Acting.account().isPresent();
    }
}
