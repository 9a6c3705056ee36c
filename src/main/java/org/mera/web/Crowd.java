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
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets so many work at once that a run always gets its connections to the database. It stands behind the rules of access, where forms have been read, and
 * lets pass what is sent or received bit by bit: that takes long and holds no connection meanwhile.
 */
@Component
class Crowd extends OncePerRequestFilter {

    /** Half of the connections there are. */
    static final int MOST = 24;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    final Semaphore places = new Semaphore(MOST, true);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        return path.startsWith("/actuator/")
                || path.startsWith("/static/")
                || path.startsWith("/webjars/")
                || path.contains("/files/")
                || (path.endsWith("/log") && path.contains("/runs/"))
                || path.endsWith("/company/report")
                || path.endsWith(".zip")
                || path.endsWith(".csv")
                || type.startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!entered()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(PATIENCE.toSeconds()));
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    private boolean entered() {
        try {
            return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
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
