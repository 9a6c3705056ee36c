package org.mera.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.mera.access.Role;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The addresses of the API, each with who may use it and what it does. */
@Component
class ApiAddresses {

    private final RequestMappingHandlerMapping mappings;
    private final MessageSource words;

    ApiAddresses(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings, MessageSource words) {
        this.mappings = mappings;
        this.words = words;
    }

    /**
     * An address.
     *
     * @param roles one of them suffices
     */
    record Address(String method, String path, List<Role> roles, String summary) {}

    /** {@return all of them, by path and method} */
    List<Address> all(Locale language) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> isOurs(entry.getValue()))
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .filter(path -> path.startsWith(AccessRules.API))
                        .flatMap(path -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Address(
                                        method.name(),
                                        path,
                                        roles(method.name(), path),
                                        summary(entry.getValue(), language)))))
                .sorted(Comparator.comparing(Address::path)
                        .thenComparing(Address::method)
                        .thenComparing(Address::summary))
                .toList();
    }

    /** {@return what a handler does, in a sentence} */
    String summary(HandlerMethod handler, Locale language) {
        String key = "api.does." + handler.getBeanType().getSimpleName() + "."
                + handler.getMethod().getName();
        return words.getMessage(key, null, language);
    }

    static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().equals(ApiAddresses.class.getPackageName());
    }

    /** {@return who may use an address} */
    static List<Role> roles(String method, String path) {
        return AccessRules.RULES.stream()
                .filter(rule -> rule.method().equals(HttpMethod.valueOf(method))
                        && rule.pattern().equals(path))
                .findFirst()
                .map(rule -> rule.roles().stream().sorted().toList())
                .orElseThrow(() -> new IllegalStateException("No rule for " + method + " " + path));
    }
}
