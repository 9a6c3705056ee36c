package org.mera.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mera.batch.ApprovalDesk;
import org.mera.batch.CommitteeDesk;
import org.mera.batch.CommitteeState;
import org.mera.batch.NotApprovableException;
import org.mera.batch.ReopenReport;
import org.mera.batch.RunDesk;
import org.mera.batch.StartedRun;
import org.mera.batch.VerificationPage;
import org.mera.cycle.CycleBusyException;
import org.mera.cycle.CycleException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Approving a cycle, which is a run, and opening it again. */
@Controller
class ApprovalPages {

    private final CommitteeDesk committee;
    private final ApprovalDesk approvals;
    private final RunDesk runs;
    private final Said said;

    ApprovalPages(CommitteeDesk committee, ApprovalDesk approvals, RunDesk runs, Said said) {
        this.committee = committee;
        this.approvals = approvals;
        this.runs = runs;
        this.said = said;
    }

    @GetMapping("/cycles/{year}/approval")
    String approval(@PathVariable int year, Model model) {
        return page(year, "", null, model);
    }

    private String page(int year, String protocol, @Nullable List<String> obstacles, Model model) {
        Optional<CommitteeState> state = committee.of(year);
        state.ifPresent(each -> model.addAttribute("state", each));
        state.ifPresent(each -> model.addAttribute("rated", each.year()));
        committee
                .toVerify(year, VerificationPage.Which.ALL, "", 0, 1)
                .ifPresent(found -> model.addAttribute("openQuestions", found.openQuestions()));
        model.addAttribute("protocol", protocol);
        model.addAttribute("obstacles", obstacles);
        return "approval";
    }

    /** @param look whether it is only asked what stands against it */
    @PostMapping("/cycles/{year}/approval")
    String approve(
            @PathVariable int year,
            @RequestParam(defaultValue = "") String protocol,
            @RequestParam(defaultValue = "false") boolean look,
            Locale locale,
            RedirectAttributes next,
            Model model) {
        try {
            if (look) {
                return page(year, protocol, approvals.obstacles(year), model);
            }
            if (protocol.isBlank()) {
                said.well(next, locale, "approval.protocol.missing");
                return to(year);
            }
            Optional<StartedRun> run = runs.approve(year, protocol.strip());
            if (run.isPresent()) {
                return "redirect:/cycles/" + year + "/runs/" + run.get().id();
            }
            said.well(next, locale, "approval.intact");
        } catch (NotApprovableException e) {
            return page(year, protocol, e.obstacles(), model);
        } catch (CycleException | CycleBusyException e) {
            said.refused(next, locale, e);
        }
        return to(year);
    }

    @PostMapping("/cycles/{year}/reopening")
    String reopen(@PathVariable int year, @RequestParam String reason, Locale locale, RedirectAttributes next) {
        if (reason.isBlank()) {
            said.well(next, locale, "reopening.reason.missing");
            return to(year);
        }
        try {
            ReopenReport report = approvals.reopen(year, reason.strip());
            said.well(next, locale, "reopening.done", report.edition());
        } catch (CycleException | CycleBusyException e) {
            said.refused(next, locale, e);
        }
        return to(year);
    }

    private static String to(int year) {
        return "redirect:/cycles/" + year + "/approval";
    }
}
