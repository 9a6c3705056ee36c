package org.mera.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The way in. */
@Controller
class DoorPages {

    @GetMapping("/")
    String home() {
        return "redirect:/cycles";
    }

    @GetMapping("/login")
    String login() {
        return "login";
    }
}
