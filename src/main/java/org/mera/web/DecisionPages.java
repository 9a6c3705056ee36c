package org.mera.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mera.batch.Acting;
import org.mera.batch.CommitteeDesk;
import org.mera.batch.CommitteeState;
import org.mera.batch.DecisionDesk;
import org.mera.batch.DecisionReport;
import org.mera.batch.WithdrawalReport;
import org.mera.cycle.CycleBusyException;
import org.mera.cycle.CycleException;
import org.mera.export.Headings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Decisions and withdrawals: what was taken, and taking more. */
@Controller
class DecisionPages {

    private static final List<String> FIELDS =
            List.of("company", "criterion", "column", "score", "evidence", "reason", "protocol", "date");

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final CommitteeDesk committee;
    private final DecisionDesk decisions;
    private final Said said;
    private final Clock clock;

    DecisionPages(CommitteeDesk committee, DecisionDesk decisions, Said said, Clock clock) {
        this.committee = committee;
        this.decisions = decisions;
        this.said = said;
        this.clock = clock;
    }

    @GetMapping("/cycles/{year}/decisions")
    String decisions(@PathVariable int year, @RequestParam Map<String, String> fields, Model model) {
        return page(year, fields, model);
    }

    private String page(int year, Map<String, String> fields, Model model) {
        Optional<CommitteeState> state = committee.of(year);
        if (state.isPresent()) {
            model.addAttribute("state", state.get());
            model.addAttribute("rated", state.get().year());
            model.addAttribute("scale", state.get().year().methodology().scale());
            model.addAttribute("columns", state.get().year().methodology().columns());
        }
        model.addAttribute("fields", fields);
        return "decisions";
    }

    /** Looks at a file, or at a line that was filled in, and takes nothing. */
    @PostMapping("/cycles/{year}/decisions/check")
    String check(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam Map<String, String> fields,
            Locale locale,
            RedirectAttributes next,
            Model model)
            throws IOException {
        Optional<FormInput> input = input(year, file, fields);
        if (input.isEmpty()) {
            said.well(next, locale, "decisions.nothing");
            return to(year);
        }
        try {
            DecisionReport report = input.get().asFile((path, name) -> decisions.check(path, name, year));
            model.addAttribute("checked", report);
            model.addAttribute("input", input.get());
            return page(year, fields, model);
        } catch (CycleException | CycleBusyException e) {
            said.refused(next, locale, e);
            return to(year);
        }
    }

    /** Takes what was looked at, or what comes for the first time. */
    @PostMapping("/cycles/{year}/decisions")
    String decide(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam Map<String, String> fields,
            Locale locale,
            RedirectAttributes next,
            Model model)
            throws IOException {
        Optional<FormInput> input = input(year, file, fields);
        if (input.isEmpty()) {
            said.well(next, locale, "decisions.nothing");
            return to(year);
        }
        try {
            DecisionReport report = input.get().asFile((path, name) -> decisions.decide(path, name, year));
            if (!report.isTaken() || report.changes().isEmpty()) {
                model.addAttribute("checked", report);
                model.addAttribute("input", input.get());
                return page(year, fields, model);
            }
            said.well(
                    next,
                    locale,
                    "decisions.taken",
                    report.changes().size(),
                    report.companies().size(),
                    report.moved());
        } catch (CycleException | CycleBusyException e) {
            said.refused(next, locale, e);
        }
        return to(year);
    }

    @PostMapping("/cycles/{year}/withdrawals")
    String withdraw(
            @PathVariable int year,
            @RequestParam String company,
            @RequestParam String reason,
            @RequestParam(defaultValue = "false") boolean back,
            Locale locale,
            RedirectAttributes next) {
        if (company.isBlank() || reason.isBlank()) {
            said.well(next, locale, "withdrawals.reason.missing");
            return to(year);
        }
        try {
            WithdrawalReport report = decisions.withdraw(List.of(company.strip()), year, reason.strip(), back);
            said.well(
                    next,
                    locale,
                    back ? "withdrawals.back.done" : "withdrawals.done",
                    report.companies().get(0).company(),
                    report.companies().get(0).name(),
                    report.moved());
        } catch (CycleException | CycleBusyException e) {
            said.refused(next, locale, e);
        }
        return to(year);
    }

    /** {@return what is handed in: a file, what was looked at before, or a line} Empty where it is none of them. */
    private Optional<FormInput> input(int year, @Nullable MultipartFile file, Map<String, String> fields)
            throws IOException {
        if (file != null && !file.isEmpty()) {
            return Optional.of(FormInput.of(file));
        }
        if (!fields.getOrDefault("content", "").isEmpty()) {
            return Optional.of(FormInput.kept(fields.getOrDefault("name", ""), fields.getOrDefault("content", "")));
        }
        if (fields.getOrDefault("company", "").isBlank()) {
            return Optional.empty();
        }
        Optional<CommitteeState> state = committee.of(year);
        if (state.isEmpty()) {
            return Optional.empty();
        }
        List<String> headings = FIELDS.stream()
                .map(field -> field.equals("company")
                        ? Headings.identity(state.get().year().methodology().identification())
                        : field)
                .toList();
        return Optional.of(FormInput.line(
                name("decisions"),
                headings,
                FIELDS.stream().map(field -> fields.getOrDefault(field, "")).toList()));
    }

    private String name(String what) {
        return what + "-" + Acting.account().orElse("nobody") + "-" + STAMP.format(LocalDateTime.now(clock)) + ".csv";
    }

    private static String to(int year) {
        return "redirect:/cycles/" + year + "/decisions";
    }
}
