package org.mera.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
    private final OpenApiWebMvcResource document;

    ApiPages(ApiAddresses addresses, OpenApiWebMvcResource document) {
        this.addresses = addresses;
        this.document = document;
    }

    @GetMapping("/api")
    String page(Locale language, Model model) {
        model.addAttribute("addresses", addresses.all(language));
        model.addAttribute("codes", PROBLEMS);
        return "api";
    }

    /** The document for whoever has a session: below the API it is for programs, which have none. */
    @GetMapping("/api/openapi.json")
    ResponseEntity<byte[]> document(HttpServletRequest request, Locale language) throws IOException {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(document.openapiJson(request, AccessRules.API + "/openapi.json", language));
    }
}
