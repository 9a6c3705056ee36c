package org.mera.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets so many work at once that a run always gets its connections to the database. It stands behind the rules of access, where forms have been read;
 * files that are sent are read before a place is taken. What is downloaded bit by bit takes none: that lasts long and holds no connection meanwhile.
 */
@Component
class Crowd extends OncePerRequestFilter {

    /** Half of the connections there are. */
    static final int MOST = 24;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What holds no connection while it is sent; the last takes a place of its own for what it does before. */
    private static final RequestMatcher DOWNLOADS = matcher(
            "/static/**",
            "/webjars/**",
            "/actuator/**",
            "/cycles/{year}/files/{*path}",
            "/cycles/{year}/reports.zip",
            "/cycles/{year}/company/report",
            "/cycles/{year}/runs/{id}/log",
            AccessRules.API + "/cycles/{year}/files/{*path}",
            AccessRules.API + "/cycles/{year}/reports.zip",
            AccessRules.API + "/runs/{id}/log",
            "/cycles/{year}/problems.csv");

    private final Semaphore places = new Semaphore(MOST, true);
    private final ApiRefusal refusal;

    Crowd(ApiRefusal refusal) {
        this.refusal = refusal;
    }

    private static RequestMatcher matcher(String... patterns) {
        PathPatternRequestMatcher.Builder matchers = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(Stream.of(patterns)
                .map(pattern -> (RequestMatcher) matchers.matcher(HttpMethod.GET, pattern))
                .toList());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return DOWNLOADS.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        readFiles(request);
        if (enter()) {
            try {
                chain.doFilter(request, response);
            } finally {
                leave();
            }
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(PATIENCE.toSeconds()));
        if (request.getRequestURI().startsWith(AccessRules.API + "/")) {
            refusal.busy(request, response);
        } else {
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }

    /** What is wrong with them is thrown once more where the form is asked for, and answered there. */
    @SuppressWarnings("EmptyCatch") // see above
    private static void readFiles(HttpServletRequest request) throws IOException {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (request.getMethod().equals(HttpMethod.POST.name()) && type.startsWith("multipart/")) {
            try {
                request.getParts();
            } catch (ServletException | IllegalStateException e) {
                // Is told later.
            }
        }
    }

    /** {@return whether there was a place, or came to be one in good time} Then it is to be {@linkplain #leave left}. */
    boolean enter() {
        try {
            return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void leave() {
        places.release();
    }

    /** {@return how many places are free} For tests. */
    int free() {
        return places.availablePermits();
    }

    /** It stands within the chains of security, and nowhere else. */
    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        FilterRegistrationBean<Crowd> crowdNotByItself(Crowd filter) {
            FilterRegistrationBean<Crowd> registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }
}
