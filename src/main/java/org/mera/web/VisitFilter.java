package org.mera.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.mera.access.User;
import org.mera.batch.UserDesk;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the visits that are over, and lets whoever bears a password that was given do nothing but change it. */
final class VisitFilter extends OncePerRequestFilter {

    static final String OVER = "/login?expired";

    private static final String CHANGE = "/account/password";
    private static final Set<String> WITH_A_GIVEN_PASSWORD = Set.of(CHANGE, "/account/language", "/logout");

    /** What a page asks for again and again while nobody need be there. */
    private static final RequestMatcher BY_ITSELF = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/cycles/{year}/live"),
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/cycles/{year}/chunks"));

    private static final List<PathPatternRequestMatcher> FOR_EVERYBODY = AccessRules.RULES.stream()
            .filter(rule -> !rule.needsUser() && rule.method().equals(HttpMethod.GET))
            .map(rule -> PathPatternRequestMatcher.withDefaults().matcher(rule.method(), rule.pattern()))
            .toList();

    private final UserDesk users;
    private final ServerSettings.Session limits;
    private final Clock clock;

    VisitFilter(UserDesk users, ServerSettings.Session limits, Clock clock) {
        this.users = users;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null
                || who instanceof AnonymousAuthenticationToken
                || FOR_EVERYBODY.stream().anyMatch(address -> address.matches(request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        Visit visit = Visit.of(request).orElse(null);
        User user = who == null ? null : users.user(who.getName()).orElse(null);
        Instant now = clock.instant();
        if (visit == null || user == null || visit.isOver(user, now, limits.idle(), limits.longest())) {
            end(request, response);
            return;
        }
        if (!BY_ITSELF.matches(request)) {
            visit.acts(request, now);
        }
        if (user.mustChange() && !WITH_A_GIVEN_PASSWORD.contains(request.getRequestURI())) {
            response.sendRedirect(CHANGE);
            return;
        }
        chain.doFilter(request, response);
    }

    private static void end(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(OVER);
        } else {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        }
    }
}
