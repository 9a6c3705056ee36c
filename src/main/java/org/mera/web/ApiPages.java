package org.mera.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the API offers, for people who write programs. */
@Controller
class ApiPages {

    /** What is refused, by the last word of the problem's type. */
    static final List<String> PROBLEMS = List.of(
            "unauthorized",
            "too-many-attempts",
            "forbidden",
            "bad-request",
            "not-found",
            "no-cycle",
            "not-published",
            "no-company",
            "no-job",
            "no-run",
            "no-log",
            "not-running",
            "cycle-busy",
            "cycle",
            "not-approvable",
            "damaged-output",
            "unusable-input",
            "file-refused",
            "no-file",
            "too-many-files",
            "too-large",
            "too-much-to-check",
            "too-slow",
            "no-lines",
            "busy",
            "account",
            "failed");

    private final ApiAddresses addresses;

    ApiPages(ApiAddresses addresses) {
        this.addresses = addresses;
    }

    @GetMapping("/api")
    String page(Locale language, Model model) {
        model.addAttribute("addresses", addresses.all(language));
        model.addAttribute("codes", PROBLEMS);
        return "api";
    }
}
