package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class LinksTest {

    private final Links links = new Links();

    @AfterEach
    void forget() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void keepsWhatIsAskedBesides() {
        at("/cycles/2025/ranking", "q=%D0%9F+1&sort=name&page=3");

        assertThat(links.with("page", 4)).isEqualTo("/cycles/2025/ranking?q=%D0%9F+1&sort=name&page=4");
        assertThat(links.with("lang", "en")).isEqualTo("/cycles/2025/ranking?q=%D0%9F+1&sort=name&page=3&lang=en");
    }

    @Test
    void beginsAnotherOrderAtItsFirstPage() {
        at("/cycles/2025/ranking", "sort=name&sorted=x&page=3");

        assertThat(links.with("sort", "rank")).isEqualTo("/cycles/2025/ranking?sorted=x&sort=rank");
    }

    @Test
    void encodesWhatIsSet() {
        at("/log", null);

        assertThat(links.with("who", "a&b=ё")).isEqualTo("/log?who=a%26b%3D%D1%91");
    }

    @Test
    void staysAtTheAddressThatFailed() {
        MockHttpServletRequest request = at("/error", "q=1");
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/cycles/1999");

        assertThat(links.with("lang", "ru")).isEqualTo("/cycles/1999?q=1&lang=ru");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//example.org/x", "/\\example.org/x", "/x\\y", "https://example.org/", "\\\\example.org"})
    void neverLeadsToAnotherServer(String failed) {
        MockHttpServletRequest request = at("/error", null);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, failed);

        assertThat(links.with("lang", "ru")).isEqualTo("/?lang=ru");
    }

    private static MockHttpServletRequest at(String path, @Nullable String query) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setQueryString(query);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        return request;
    }
}
