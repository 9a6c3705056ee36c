package org.mera.batch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mera.access.Role;
import org.mera.access.Token;
import org.mera.access.User;

/** Where programs are given tokens, and known by them. */
public interface TokenDesk {

    /** What every token begins with, so that one that got into a file is found. */
    String PREFIX = "mera_";

    /**
     * A token just made.
     *
     * @param secret what the program says; it is told this once
     */
    record NewToken(Token token, String secret) {}

    /**
     * Somebody who is known by a token.
     *
     * @param rights the token's roles that its owner has still
     */
    record Bearer(User owner, Token token, Set<Role> rights) {}

    /**
     * Makes a token.
     *
     * @throws org.mera.access.AccountException when the owner has not those roles, or what is asked for is out of bounds
     */
    NewToken issue(String owner, String title, Set<Role> roles, Duration life);

    /** {@return the tokens of an owner, the newest first} */
    List<Token> of(String owner);

    /** Revokes a token of an owner. {@return whether there was one} */
    boolean revoke(String owner, long id);

    /** {@return who says this} Empty where the token is none, expired or revoked, or its owner may not log in. */
    Optional<Bearer> bearer(String secret);
}
