package org.mera.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How programs are told that they are not let in: as problem details (RFC 9457), like everything that the API refuses. */
@Component
class ApiRefusal implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final JsonMapper json = JsonMapper.builder().build();

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (refused instanceof ThrottledException throttled) {
            response.setHeader(HttpHeaders.RETRY_AFTER, throttled.retryAfter());
            write(
                    request,
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-attempts",
                    String.valueOf(throttled.getMessage()));
            return;
        }
        // A browser would ask for a name and a password, and add them from then on to whatever any page has it send.
        if (request.getHeader("Sec-Fetch-Mode") == null) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Mera\", charset=\"UTF-8\"");
        }
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Mera\"");
        boolean ours = refused instanceof BadCredentialsException || refused instanceof CredentialsExpiredException;
        write(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                "unauthorized",
                ours ? String.valueOf(refused.getMessage()) : "log in with a token or with a name and password");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (AccessRules.name(request)) {
            refuse(request, response, "this account, or this token, has not the role");
        } else {
            write(
                    request,
                    response,
                    HttpStatus.NOT_FOUND,
                    "not-found",
                    "there is nothing at this address; /api names all that there are");
        }
    }

    /** More are at work than may be. */
    void busy(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "busy", "too many ask at once; ask again later");
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, String why) throws IOException {
        write(request, response, HttpStatus.FORBIDDEN, "forbidden", why);
    }

    private void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String code,
            @Nullable String detail)
            throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "/api#" + code);
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", detail);
        problem.put("instance", request.getRequestURI());
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(json.writeValueAsString(problem));
    }
}
