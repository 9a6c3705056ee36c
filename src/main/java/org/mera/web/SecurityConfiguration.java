package org.mera.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.mera.access.Role;
import org.mera.batch.LoginDesk;
import org.mera.batch.TokenDesk;
import org.mera.batch.UserDesk;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Puts the table of addresses before them: pages for people with a session, the API for programs without one. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final int STRENGTH = 12;

    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final String PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    /** Measuring each of thirty filters of each request costs more than the filters. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new RememberingEncoder(
                new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(STRENGTH))));
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http,
            ActingFilter acting,
            Crowd crowd,
            ServerSettings settings,
            UserDesk users,
            LoginDesk logins,
            TokenDesk tokens,
            PasswordEncoder encoder,
            ApiRefusal refusal)
            throws Exception {
        return common(http.securityMatcher("/api/v1/**", "/actuator/**"), acting, crowd, settings)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authenticationProvider(passwords(users, logins, encoder, false))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusal))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                .addFilterBefore(new OtherSiteFilter(refusal, settings.url()), BasicAuthenticationFilter.class)
                .addFilterBefore(new TokenFilter(tokens, refusal), BasicAuthenticationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http,
            ActingFilter acting,
            Crowd crowd,
            ServerSettings settings,
            UserDesk users,
            LoginDesk logins,
            PasswordEncoder encoder,
            ComingIn comingIn,
            Clock clock,
            ObjectProvider<ClientRegistrationRepository> issuers,
            OpenIdUsers openId,
            UploadGate uploads)
            throws Exception {
        common(http, acting, crowd, settings)
                .addFilterBefore(uploads, CsrfFilter.class)
                .authenticationProvider(passwords(users, logins, encoder, true))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .formLogin(form ->
                        form.loginPage("/login").successHandler(comingIn).failureHandler(comingIn))
                .logout(logout -> logout.addLogoutHandler(comingIn).logoutSuccessUrl("/login?logout"))
                .exceptionHandling(refused -> refused.accessDeniedHandler(SecurityConfiguration::denied))
                .addFilterBefore(new VisitFilter(users, settings.session(), clock), ActingFilter.class);
        if (issuers.getIfAvailable() != null) {
            http.oauth2Login(login -> login.loginPage("/login")
                    .successHandler(comingIn)
                    .failureHandler(comingIn)
                    .userInfoEndpoint(info -> info.oidcUserService(openId)));
        }
        return http.build();
    }

    private static AuthenticationProvider passwords(
            UserDesk users, LoginDesk logins, PasswordEncoder encoder, boolean people) {
        // The hash that an unknown name is compared with takes as long as any other.
        String nobodys = encoder.encode("nobody");
        return new PasswordLogin(users, logins, encoder, people, nobodys == null ? "" : nobodys);
    }

    /** After the login one is brought to the page that was asked for, never to a piece of a page or to a file. */
    @SuppressWarnings("NullAway") // null: no parameter is added to the address
    private static RequestCache pagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod())
                && request.getHeader("HX-Request") == null
                && String.valueOf(request.getHeader("Accept")).contains(MediaType.TEXT_HTML_VALUE));
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    /**
     * Whoever has waited too long before logging in, or out, is shown the way in again; who has mistyped an address is not told that he may not use it.
     */
    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, jakarta.servlet.ServletException {
        boolean door = request.getRequestURI().equals("/login")
                || request.getRequestURI().equals("/logout");
        if (door && why instanceof CsrfException) {
            response.sendRedirect(VisitFilter.OVER);
        } else if (!AccessRules.name(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            new AccessDeniedHandlerImpl().handle(request, response, why);
        }
    }

    private static HttpSecurity common(HttpSecurity http, ActingFilter acting, Crowd crowd, ServerSettings settings)
            throws Exception {
        return http.authorizeHttpRequests(SecurityConfiguration::rules)
                .headers(headers -> headers(headers, settings))
                .addFilterBefore(acting, AuthorizationFilter.class)
                .addFilterAfter(crowd, AuthorizationFilter.class);
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        PathPatternRequestMatcher.Builder matchers = PathPatternRequestMatcher.withDefaults();
        for (Rule rule : AccessRules.RULES) {
            var matched = requests.requestMatchers(matchers.matcher(rule.method(), rule.pattern()));
            if (rule.needsUser()) {
                matched.hasAnyRole(rule.roles().stream().map(Role::name).toArray(String[]::new));
            } else {
                matched.permitAll();
            }
        }
        requests.anyRequest().denyAll();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, ServerSettings settings) {
        RequestMatcher secure = settings.isSecure() ? AnyRequestMatcher.INSTANCE : HttpServletRequest::isSecure;
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .httpStrictTransportSecurity(hsts -> hsts.requestMatcher(secure))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS));
    }

    /** Where people reach the console through https, the session's cookie goes no other way. */
    @Bean
    ServletContextInitializer secureCookie(ServerSettings settings) {
        return context -> {
            if (settings.isSecure()) {
                context.getSessionCookieConfig().setSecure(true);
            }
        };
    }
}
