package org.mera.web;

import java.util.Locale;
import java.util.function.Supplier;
import org.mera.cycle.CycleBusyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Starts and stops runs by a button of a page, and tells on the next page what came of it. */
@Component
class RunActs {

    private static final Logger log = LoggerFactory.getLogger(RunActs.class);

    private final MessageSource words;

    RunActs(MessageSource words) {
        this.words = words;
    }

    /** Does an act. Why it was refused is told in the words for an operator, to whom the buttons are kept. */
    void attempt(RedirectAttributes next, Supplier<String> act) {
        try {
            tell(next, word(act.get()), "good");
        } catch (CycleBusyException e) {
            log.info("Not started: {}", e.getMessage());
            tell(next, word("runs.refused.busy"), "warn");
        } catch (RuntimeException e) {
            log.warn("Not started", e);
            tell(next, word("runs.refused", String.valueOf(e.getMessage())), "bad");
        }
    }

    private static void tell(RedirectAttributes next, String text, String kind) {
        next.addFlashAttribute("toast", text);
        next.addFlashAttribute("toastKind", kind);
    }

    private String word(String key, Object... values) {
        Locale locale = LocaleContextHolder.getLocale();
        return words.getMessage(key, values, locale);
    }
}
