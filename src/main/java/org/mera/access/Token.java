package org.mera.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a program logs in with on its owner's account. What it says itself is told once and not stored.
 *
 * @param title    what it is for
 * @param roles    what it may do, as far as its owner may
 * @param lastUsed null where it was not; to the minute
 * @param revoked  null where it was not
 */
public record Token(
        long id,
        String owner,
        String title,
        Set<Role> roles,
        Instant created,
        Instant expires,
        @Nullable Instant lastUsed,
        @Nullable Instant revoked) {

    public Token {
        roles = Set.copyOf(roles);
    }

    /** {@return whether a program may log in with it} */
    public boolean holds(Instant now) {
        return revoked == null && now.isBefore(expires);
    }

    /** {@return its state as a word of the pages} */
    public String state(Instant now) {
        if (revoked != null) {
            return "withdrawn";
        }
        return now.isBefore(expires) ? "active" : "expired";
    }
}
