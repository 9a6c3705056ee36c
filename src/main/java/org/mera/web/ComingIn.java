package org.mera.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.mera.access.User;
import org.mera.batch.Acting;
import org.mera.batch.LoginDesk;
import org.mera.batch.UserDesk;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** What happens when a person comes in, is refused, or leaves. */
@Component
class ComingIn extends SavedRequestAwareAuthenticationSuccessHandler
        implements AuthenticationFailureHandler, LogoutHandler {

    private final UserDesk users;
    private final LoginDesk logins;
    private final Clock clock;
    private final AuthenticationFailureHandler refused = new SimpleUrlAuthenticationFailureHandler("/login?error");

    ComingIn(UserDesk users, LoginDesk logins, Clock clock) {
        this.users = users;
        this.logins = logins;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws ServletException, IOException {
        User user = users.user(who.getName()).orElseThrow();
        Acting.as(user.name(), () -> logins.cameIn(user.name(), request.getRemoteAddr()));
        Visit.begin(request, user, clock.instant());
        super.onAuthenticationSuccess(request, response, who);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        if (why instanceof ThrottledException throttled) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, throttled.retryAfter());
            request.getRequestDispatcher("/login?throttled").forward(asked(request), response);
        } else {
            if (why instanceof OAuth2AuthenticationException elsewhere) {
                logins.refusedFromElsewhere(request.getRemoteAddr(), String.valueOf(elsewhere.getMessage()));
            }
            refused.onAuthenticationFailure(request, response, why);
        }
    }

    /** The page is shown, and not another attempt made. */
    private static HttpServletRequest asked(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getMethod() {
                return HttpMethod.GET.name();
            }
        };
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        if (who != null) {
            Acting.as(who.getName(), () -> logins.left(who.getName()));
        }
    }
}
