package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mera.access.Role;
import org.mera.audit.AuditEntry;
import org.mera.batch.Acting;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

final class SaidTest {

    private final Said said = new Said(new StaticMessageSource());

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VIEWER | run | failed: no folder /srv/example | failed",
                "EXPERT | run | failed: no folder /srv/example | failed",
                "OPERATOR | run | failed: no folder /srv/example | failed: no folder /srv/example",
                "COMMITTEE | run | failed: no folder /srv/example | failed: no folder /srv/example",
                "ADMINISTRATOR | notify | not told by e-mail: no host mail.example | not told by e-mail: no host mail.example",
                "VIEWER | notify | not told by e-mail: no host mail.example | not told by e-mail",
                "VIEWER | run | completed, revision 1 | completed, revision 1",
                "VIEWER | decide | Пример: а | Пример: а"
            })
    void tellsCausesToThoseOnlyWhoMayKnow(Role role, String act, String after, String told) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("somebody", "", "ROLE_" + role));

        AuditEntry entry = new AuditEntry(2025, 1, Instant.EPOCH, "x", act, "subject", "", after, "0", "1");

        assertThat(Acting.as("somebody", () -> said.told(entry))).isEqualTo(told);
    }
}
