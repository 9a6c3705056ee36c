package org.mera.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Addresses beside the one that is shown, as {@code @links} in templates. */
@Component("links")
public final class Links {

    private static final String PAGE = "page";

    /**
     * {@return the address of this page with one parameter set} The others stay as they are; only {@code page} goes where anything but the language
     * changes: another filter or order begins at its first page.
     */
    public String with(String parameter, Object value) {
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        String kept = Stream.concat(
                        others(request, parameter),
                        Stream.of(parameter + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return path(request) + "?" + kept;
    }

    /** An error page is shown at the address that failed, which may be written so that a browser took it for another server's. */
    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed.toString();
        return path.startsWith("/") && !path.startsWith("//") && path.indexOf('\\') < 0 ? path : "/";
    }

    private static Stream<String> others(HttpServletRequest request, String parameter) {
        boolean pageStays = parameter.equals(LanguageResolver.NAME);
        return Arrays.stream(
                        Objects.requireNonNullElse(request.getQueryString(), "").split("&", -1))
                .filter(part -> !part.isEmpty())
                .filter(part -> !isOf(part, parameter))
                .filter(part -> pageStays || !isOf(part, PAGE));
    }

    private static boolean isOf(String part, String parameter) {
        return part.equals(parameter) || part.startsWith(parameter + "=");
    }
}
