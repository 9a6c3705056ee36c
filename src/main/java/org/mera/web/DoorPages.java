package org.mera.web;

import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The way in. */
@Controller
class DoorPages {

    private final ObjectProvider<ClientRegistrationRepository> issuers;

    DoorPages(ObjectProvider<ClientRegistrationRepository> issuers) {
        this.issuers = issuers;
    }

    /** Somewhere else where one may log in. */
    record Elsewhere(String name, String address) {}

    @GetMapping("/")
    String home() {
        return "redirect:/cycles";
    }

    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("elsewhere", elsewhere());
        return "login";
    }

    private List<Elsewhere> elsewhere() {
        return issuers.getIfAvailable() instanceof Iterable<?> all
                ? StreamSupport.stream(all.spliterator(), false)
                        .map(ClientRegistration.class::cast)
                        .map(issuer -> new Elsewhere(
                                issuer.getClientName(), "/oauth2/authorization/" + issuer.getRegistrationId()))
                        .toList()
                : List.of();
    }
}
