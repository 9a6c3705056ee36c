package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class AccessRulesTest {

    @Test
    void saysOfEachAddressOnce() {
        assertThat(AccessRules.RULES.stream()
                        .collect(Collectors.groupingBy(
                                rule -> rule.method() + " " + rule.pattern(), Collectors.counting()))
                        .values())
                .containsOnly(1L);
    }
}
