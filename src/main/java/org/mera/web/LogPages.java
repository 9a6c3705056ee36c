package org.mera.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.mera.audit.AuditFilter;
import org.mera.audit.AuditState;
import org.mera.batch.AuditDesk;
import org.mera.batch.AuditPage;
import org.mera.batch.AuditPages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit log. */
@Controller
class LogPages {

    private static final int SIZE = 50;

    private final AuditPages log;
    private final AuditDesk audit;
    private final Clock clock;

    /** Reading the whole log is much work, so that one at a time does it. */
    final Semaphore checking = new Semaphore(1);

    LogPages(AuditPages log, AuditDesk audit, Clock clock) {
        this.log = log;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param check whether the whole log is read to see that nothing was changed */
    @GetMapping("/log")
    String log(
            @RequestParam(required = false) @Nullable Integer of,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "false") boolean check,
            Model model) {
        LocalDate last = day(until);
        AuditFilter filter =
                new AuditFilter(of, who.strip(), act, begin(day(from)), begin(last == null ? null : last.plusDays(1)));
        int asked = Math.max(1, page);
        AuditPage found = log.page(filter, (asked - 1L) * SIZE, SIZE);
        if (found.entries().isEmpty() && found.total() > 0) {
            asked = (int) ((found.total() + SIZE - 1) / SIZE);
            found = log.page(filter, (asked - 1L) * SIZE, SIZE);
        }
        model.addAttribute("found", found);
        model.addAttribute("paging", new Paging(asked, SIZE, found.total()));
        model.addAttribute("of", of);
        model.addAttribute("who", who);
        model.addAttribute("act", act);
        model.addAttribute("from", from);
        model.addAttribute("until", until);
        model.addAttribute("filters", !filter.equals(AuditFilter.ALL));
        if (check) {
            check(model);
        }
        return "log";
    }

    private void check(Model model) {
        if (!checking.tryAcquire()) {
            model.addAttribute("checkedNow", true);
            return;
        }
        try {
            AuditState state = audit.read(null, entry -> {});
            model.addAttribute("checked", state);
        } finally {
            checking.release();
        }
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null; // as if it were not there
        }
    }

    private @Nullable Instant begin(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(clock.getZone()).toInstant();
    }
}
