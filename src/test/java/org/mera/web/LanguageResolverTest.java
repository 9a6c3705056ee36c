package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LanguageResolverTest {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final LanguageResolver languages = new LanguageResolver();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/cycles");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void speaksRussianToWhomItKnowsNothingOf() {
        assertThat(languages.resolveLocale(request)).isEqualTo(RUSSIAN);
    }

    @Test
    void takesTheFirstLanguageOfTheBrowserThatItSpeaks() {
        request.addHeader("Accept-Language", "de-DE, en-GB;q=0.8, ru;q=0.5");
        request.addPreferredLocale(RUSSIAN);
        request.addPreferredLocale(Locale.UK);
        request.addPreferredLocale(Locale.GERMANY);

        assertThat(languages.resolveLocale(request)).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void goesByWhatWasChosenBefore() {
        request.addHeader("Accept-Language", "ru");
        request.setCookies(new Cookie("lang", "en"));

        assertThat(languages.resolveLocale(request)).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void goesByTheAddressFirstAndKeepsIt() {
        request.setCookies(new Cookie("lang", "ru"));
        request.setParameter("lang", "en");

        languages.preHandle(request, response, new Object());

        assertThat(languages.resolveLocale(request)).isEqualTo(Locale.ENGLISH);
        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("lang=en; Path=/; Max-Age=31536000; Expires=")
                .endsWith("; HttpOnly; SameSite=Lax");
    }

    @Test
    void keepsNothingThatItDoesNotSpeak() {
        request.setParameter("lang", "\"><script>");

        languages.preHandle(request, response, new Object());

        assertThat(languages.resolveLocale(request)).isEqualTo(RUSSIAN);
        assertThat(response.getHeader("Set-Cookie")).isNull();
    }
}
