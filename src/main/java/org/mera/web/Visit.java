package org.mera.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mera.access.User;
import org.mera.csv.Sha256;

/**
 * How a person has come in, kept in the session.
 *
 * @param began when
 * @param acted when the person last asked for something; what a page asks for by itself does not count
 * @param stamp of the account as it was: another password, other roles or disabling ends the session
 */
record Visit(Instant began, Instant acted, String stamp) implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String NAME = Visit.class.getName();

    static Optional<Visit> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((Visit) session.getAttribute(NAME));
    }

    /** Begins a visit in the request's session, which is there. */
    static void begin(HttpServletRequest request, User user, Instant now) {
        StrangersSessions.lengthen(request.getSession());
        request.getSession().setAttribute(NAME, new Visit(now, now, stamp(user)));
    }

    /** Goes on with it as the same person with a new password. */
    void goOn(HttpServletRequest request, User user) {
        request.getSession().setAttribute(NAME, new Visit(began, acted, stamp(user)));
    }

    void acts(HttpServletRequest request, Instant now) {
        request.getSession().setAttribute(NAME, new Visit(began, now, stamp));
    }

    boolean isOver(@Nullable User user, Instant now, Duration idle, Duration longest) {
        return user == null
                || !user.active()
                || !stamp.equals(stamp(user))
                || now.isAfter(began.plus(longest))
                || now.isAfter(acted.plus(idle));
    }

    private static String stamp(User user) {
        String state = user.password() + "\n" + user.active() + "\n"
                + user.roles().stream().sorted().toList();
        return HexFormat.of().formatHex(Sha256.digest().digest(state.getBytes(StandardCharsets.UTF_8)));
    }
}
