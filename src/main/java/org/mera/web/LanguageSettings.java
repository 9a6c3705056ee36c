package org.mera.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A language that an address asks for is kept for the pages after it. */
@Configuration(proxyBeanMethods = false)
class LanguageSettings implements WebMvcConfigurer {

    private final LanguageResolver languages;

    LanguageSettings(LanguageResolver languages) {
        this.languages = languages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(languages);
    }
}
