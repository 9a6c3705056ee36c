package org.mera.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.mera.batch.DamagedOutputException;
import org.mera.cycle.CycleBusyException;
import org.mera.cycle.CycleException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of the rating answer where it cannot be done now. */
@ControllerAdvice(
        assignableTypes = {
            RankingPages.class,
            CompanyPages.class,
            ProblemPages.class,
            OutputPages.class,
            VerificationPages.class,
            DecisionPages.class,
            ApprovalPages.class,
            LogPages.class
        })
@Order(Ordered.HIGHEST_PRECEDENCE)
class RatingErrors {

    private final Said said;
    private final Layout layout;

    RatingErrors(Said said, Layout layout) {
        this.said = said;
        this.layout = layout;
    }

    @ExceptionHandler({CycleException.class, CycleBusyException.class, DamagedOutputException.class})
    ModelAndView conflict(RuntimeException failure, HttpServletRequest request, Locale locale) {
        ModelAndView page = new ModelAndView("error", HttpStatus.CONFLICT);
        page.addObject("status", HttpStatus.CONFLICT.value());
        page.addObject("message", said.why(locale, failure));
        page.addObject("me", layout.me());
        page.addObject("roles", layout.roles());
        page.addObject("path", layout.path(request));
        page.addObject("csrf", layout.csrf(request));
        return page;
    }
}
