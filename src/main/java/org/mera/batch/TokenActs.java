package org.mera.batch;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mera.access.AccountException;
import org.mera.access.AccountException.Reason;
import org.mera.access.JdbcTokens;
import org.mera.access.JdbcUsers;
import org.mera.access.Role;
import org.mera.access.Token;
import org.mera.access.User;
import org.mera.audit.JdbcAuditLog;
import org.mera.csv.Sha256;
import org.springframework.stereotype.Component;

/** Makes and revokes tokens together with what the audit log says of it. */
@Component
class TokenActs implements TokenDesk {

    private static final int BYTES = 32;
    private static final int LONGEST_TITLE = 100;
    private static final Duration SHORTEST = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(3 * 366);

    /** How exactly a token's last use is known; more would be a write for every request. */
    private static final Duration EXACT = Duration.ofMinutes(1);

    private final JdbcTokens tokens;
    private final JdbcUsers users;
    private final JdbcAuditLog log;
    private final JdbcTransactions transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TokenActs(JdbcTokens tokens, JdbcUsers users, JdbcAuditLog log, JdbcTransactions transactions, Clock clock) {
        this.tokens = tokens;
        this.users = users;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public NewToken issue(String owner, String title, Set<Role> roles, Duration life) {
        User user = users.find(owner).orElseThrow(() -> new AccountException(owner, Reason.UNKNOWN));
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            throw new AccountException(owner, Reason.TITLE);
        }
        if (!user.rights().containsAll(roles)) {
            throw new AccountException(owner, Reason.ROLES);
        }
        if (life.compareTo(SHORTEST) < 0 || life.compareTo(LONGEST) > 0) {
            throw new AccountException(owner, Reason.EXPIRY);
        }
        String secret = secret();
        Instant now = clock.instant();
        AtomicReference<@Nullable Token> made = new AtomicReference<>();
        transactions.inTransaction(connection -> {
            Token token = tokens.add(owner, title.strip(), roles, hash(secret), now, now.plus(life));
            made.set(token);
            log.append(JdbcAuditLog.HOME, now, Holder.user(), "token", owner, "", said(token));
        });
        return new NewToken(Objects.requireNonNull(made.get()), secret);
    }

    @Override
    public List<Token> of(String owner) {
        return tokens.of(owner);
    }

    @Override
    public boolean revoke(String owner, long id) {
        Instant now = clock.instant();
        AtomicReference<@Nullable Token> gone = new AtomicReference<>();
        transactions.inTransaction(connection -> tokens.revoke(owner, id, now).ifPresent(token -> {
            gone.set(token);
            log.append(JdbcAuditLog.HOME, now, Holder.user(), "token", owner, said(token), "revoked");
        }));
        return gone.get() != null;
    }

    @Override
    public Optional<Bearer> bearer(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return tokens.find(hash(secret)).filter(token -> token.holds(now)).flatMap(token -> users.find(token.owner())
                .filter(owner -> owner.active() && !owner.mustChange())
                .map(owner -> {
                    use(token, now);
                    return new Bearer(owner, token, rights(token, owner));
                }));
    }

    private void use(Token token, Instant now) {
        Instant last = token.lastUsed();
        if (last == null || last.isBefore(now.minus(EXACT))) {
            tokens.used(token.id(), now);
        }
    }

    /** A role that was taken from the owner is taken from the token with it. */
    private static Set<Role> rights(Token token, User owner) {
        Set<Role> rights = EnumSet.of(Role.VIEWER);
        rights.addAll(token.roles());
        rights.retainAll(owner.rights());
        return rights;
    }

    private String secret() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String said(Token token) {
        return "«" + token.title() + "» until " + token.expires() + ", "
                + token.roles().stream().sorted().map(Role::word).collect(Collectors.joining(" "));
    }

    private static String hash(String secret) {
        return HexFormat.of().formatHex(Sha256.digest().digest(secret.getBytes(StandardCharsets.UTF_8)));
    }
}
