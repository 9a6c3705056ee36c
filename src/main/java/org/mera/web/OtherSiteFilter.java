package org.mera.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses acts through the API that another site's page has a browser send: a browser that knows a name and a password for the API would add them by
 * itself. Programs send no such headers.
 */
final class OtherSiteFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> OTHERS = Set.of("cross-site", "same-site");

    private final ApiRefusal refusal;
    private final @Nullable String ours;

    /** @param url where people reach the console; empty: as it listens */
    OtherSiteFilter(ApiRefusal refusal, String url) {
        this.refusal = refusal;
        this.ours = authority(url);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        if (!READING.contains(request.getMethod()) && isOfAnotherSite(request)) {
            refusal.refuse(request, response, "the page of another site may do nothing here");
        } else {
            next.doFilter(request, response);
        }
    }

    private boolean isOfAnotherSite(HttpServletRequest request) {
        if (OTHERS.contains(Objects.requireNonNullElse(request.getHeader("Sec-Fetch-Site"), ""))) {
            return true;
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            return false;
        }
        // Not by the scheme: a proxy may take https and pass on http.
        String from = authority(origin);
        return from == null
                || !(from.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST)) || from.equalsIgnoreCase(ours));
    }

    private static @Nullable String authority(String url) {
        try {
            return new URI(url).getRawAuthority();
        } catch (URISyntaxException e) {
            return null; // nobody's
        }
    }
}
