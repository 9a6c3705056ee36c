package org.mera.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.apache.catalina.session.ManagerBase;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.session.TooManyActiveSessionsException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever only looks at the door gets a session too: a short one, and all together no more than the memory holds. */
@Configuration(proxyBeanMethods = false)
class StrangersSessions {

    /** As long as it may take to log in. */
    static final Duration SHORT = Duration.ofMinutes(5);

    static final int MOST = 10_000;

    private volatile @Nullable ManagerBase sessions;

    /** Gives a session of somebody who has logged in the time that is configured. */
    static void lengthen(HttpSession session) {
        session.setMaxInactiveInterval(
                Math.toIntExact(Duration.ofMinutes(session.getServletContext().getSessionTimeout())
                        .toSeconds()));
    }

    /** {@return all sessions there are} For tests. */
    ManagerBase sessions() {
        return Objects.requireNonNull(sessions);
    }

    @Bean
    HttpSessionListener shortSessions() {
        return new HttpSessionListener() {
            @Override
            public void sessionCreated(HttpSessionEvent event) {
                event.getSession().setMaxInactiveInterval(Math.toIntExact(SHORT.toSeconds()));
            }
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> fewSessions() {
        return factory -> factory.addContextCustomizers(context -> {
            StandardManager manager = new StandardManager();
            manager.setMaxActiveSessions(MOST);
            context.setManager(manager);
            sessions = manager;
        });
    }

    /** Says what it is when there is no room for another session. */
    @Component
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class NoRoom extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            try {
                chain.doFilter(request, response);
            } catch (ServletException | RuntimeException e) {
                if (!isNoRoom(e) || response.isCommitted()) {
                    throw e;
                }
                // No page: it would ask for a session again.
                response.reset();
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(SHORT.toSeconds()));
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            }
        }

        private static boolean isNoRoom(Throwable failure) {
            for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof TooManyActiveSessionsException) {
                    return true;
                }
            }
            return false;
        }
    }
}
