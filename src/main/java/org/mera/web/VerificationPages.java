package org.mera.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mera.batch.Acting;
import org.mera.batch.CommitteeDesk;
import org.mera.batch.VerificationDesk;
import org.mera.batch.VerificationPage;
import org.mera.batch.VerificationReport;
import org.mera.committee.Verification;
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

/** What is to verify, and what came of it. */
@Controller
class VerificationPages {

    private static final int SIZE = 20;

    private static final List<String> FIELDS =
            List.of("company", "criterion", "column", "request", "answer", "outcome", "verifier", "date");

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final CommitteeDesk committee;
    private final VerificationDesk verifications;
    private final Said said;
    private final Clock clock;

    VerificationPages(CommitteeDesk committee, VerificationDesk verifications, Said said, Clock clock) {
        this.committee = committee;
        this.verifications = verifications;
        this.said = said;
        this.clock = clock;
    }

    @GetMapping("/cycles/{year}/verification")
    String verification(
            @PathVariable int year,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String which,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam Map<String, String> fields,
            Model model) {
        return page(year, q, which, page, fields, model);
    }

    private String page(int year, String q, String which, int page, Map<String, String> fields, Model model) {
        VerificationPage.Which asked = Arrays.stream(VerificationPage.Which.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(which))
                .findFirst()
                .orElse(VerificationPage.Which.ALL);
        int shown = Math.max(1, page);
        Optional<VerificationPage> found = committee.toVerify(year, asked, q, (shown - 1L) * SIZE, SIZE);
        if (found.isPresent()) {
            model.addAttribute("found", found.get());
            model.addAttribute("rated", found.get().year());
            model.addAttribute("paging", new Paging(shown, SIZE, found.get().total()));
        }
        model.addAttribute("q", q);
        model.addAttribute("which", which);
        model.addAttribute("fields", fields);
        model.addAttribute("outcomes", Verification.Outcome.values());
        return "verification";
    }

    /** Takes a file, or a line that was filled in. */
    @PostMapping("/cycles/{year}/verification")
    String verify(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam Map<String, String> fields,
            Locale locale,
            RedirectAttributes next,
            Model model)
            throws IOException {
        Optional<FormInput> input = input(year, file, fields);
        if (input.isEmpty()) {
            said.well(next, locale, "verification.nothing");
            return "redirect:/cycles/" + year + "/verification";
        }
        try {
            VerificationReport report =
                    input.get().asFile((path, name) -> verifications.verification(path, name, year));
            if (!report.isTaken()) {
                model.addAttribute("refused", report);
                return page(year, "", "", 1, fields, model);
            }
            said.well(
                    next,
                    locale,
                    "verification.taken",
                    report.taken().asked(),
                    report.standing().open());
        } catch (CycleException | CycleBusyException e) {
            said.refused(next, locale, e);
        }
        return "redirect:/cycles/" + year + "/verification";
    }

    private Optional<FormInput> input(int year, @Nullable MultipartFile file, Map<String, String> fields)
            throws IOException {
        if (file != null && !file.isEmpty()) {
            return Optional.of(FormInput.of(file));
        }
        Optional<VerificationPage> known = committee.toVerify(year, VerificationPage.Which.ALL, "", 0, 1);
        if (fields.getOrDefault("company", "").isBlank() || known.isEmpty()) {
            return Optional.empty();
        }
        String name = "verification-" + Acting.account().orElse("nobody") + "-" + STAMP.format(LocalDateTime.now(clock))
                + ".csv";
        return Optional.of(FormInput.line(
                name,
                FIELDS.stream()
                        .map(field -> field.equals("company")
                                ? Headings.identity(
                                        known.get().year().methodology().identification())
                                : field)
                        .toList(),
                FIELDS.stream().map(field -> fields.getOrDefault(field, "")).toList()));
    }
}
