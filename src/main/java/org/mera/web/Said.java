package org.mera.web;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.mera.audit.AuditEntry;
import org.mera.batch.Acting;
import org.mera.cycle.CycleBusyException;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is said of an act on the page that comes next. */
@Component("said")
public class Said {

    private static final String FAILED = "failed: ";

    private static final Set<String> MAY_KNOW =
            AccessRules.KNOWING.stream().map(role -> "ROLE_" + role).collect(Collectors.toUnmodifiableSet());

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

    /**
     * {@return what an entry of the audit log says has come of it} Why a run failed, or why nobody could be told of it, is said to those only who may
     * know.
     */
    public String told(AuditEntry entry) {
        int cause = entry.after().indexOf(": ");
        return mayKnow() || cause < 0 || !hasCause(entry)
                ? entry.after()
                : entry.after().substring(0, cause);
    }

    /** {@return the entry as who asks may read it} */
    AuditEntry asTold(AuditEntry entry) {
        return new AuditEntry(
                entry.year(),
                entry.number(),
                entry.at(),
                entry.who(),
                entry.act(),
                entry.subject(),
                entry.before(),
                told(entry),
                entry.previousSha256(),
                entry.sha256());
    }

    private static boolean hasCause(AuditEntry entry) {
        return entry.act().equals("notify")
                || (entry.act().equals("run") && entry.after().startsWith(FAILED));
    }

    /** {@return whether who asks may be told causes, with the folders that they name} */
    static boolean mayKnow() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null
                && who.getAuthorities().stream().anyMatch(each -> MAY_KNOW.contains(each.getAuthority()))
                && Acting.account().isPresent();
    }
}
