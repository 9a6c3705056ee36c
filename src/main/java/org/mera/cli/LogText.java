package org.mera.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mera.audit.AuditEntry;
import org.mera.committee.ActKind;
import org.mera.committee.LoggedDecision;

/** The entries of the audit log as the screen shows them, a line each. */
final class LogText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final ZoneId zone;

    LogText(ZoneId zone) {
        this.zone = zone;
    }

    /** {@return year, number, time, who, what, and how it was before and after; each decision on a line of its own} */
    String line(AuditEntry entry) {
        StringBuilder line = new StringBuilder();
        line.append(year(entry)).append(" no. ").append(entry.number()).append("  ");
        line.append(TIME.format(entry.at().atZone(zone))).append("  ");
        line.append(entry.who()).append("  ").append(entry.act());
        if (!entry.subject().isEmpty()) {
            line.append(": ").append(entry.subject());
        }
        List<LoggedDecision> decisions = entry.act().equals(ActKind.DECIDE.word())
                ? LoggedDecision.of(entry.before(), entry.after())
                : List.of();
        if (!decisions.isEmpty()) {
            return onOneLine(line) + decisions.stream().map(LogText::line).collect(Collectors.joining());
        }
        if (!entry.before().isEmpty() || !entry.after().isEmpty()) {
            line.append(": ")
                    .append(entry.before().isEmpty() ? "" : entry.before() + " → ")
                    .append(entry.after().isEmpty() ? "nothing" : entry.after());
        }
        return onOneLine(line);
    }

    private static String line(LoggedDecision decision) {
        return "\n"
                + onOneLine("    " + decision.company() + ", " + subject(decision) + ": " + named(decision.before())
                        + " → " + named(decision.after()) + ", protocol " + decision.protocol() + " of "
                        + decision.date() + ": " + decision.reason());
    }

    private static String subject(LoggedDecision decision) {
        return decision.isOfClass() ? "class" : "criterion " + decision.cell().replace("/", ", column ");
    }

    /** {@return what is said of a sound chain, from its last entry} */
    static String sound(AuditEntry last) {
        return "The chain of " + year(last) + " is sound: " + Numbers.of(last.number(), "entry", "entries")
                + ", last SHA-256 " + last.sha256();
    }

    /** {@return whose chain an entry belongs to} */
    static String year(AuditEntry entry) {
        return entry.year() == 0 ? "home" : Integer.toString(entry.year());
    }

    private static String named(String state) {
        return state.isEmpty() ? "none" : state;
    }

    /** Texts were typed by people: nothing in them ends a line or moves the cursor. */
    private static String onOneLine(CharSequence text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return plain.toString();
    }
}
