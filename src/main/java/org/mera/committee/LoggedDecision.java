package org.mera.committee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A decision as the audit log tells it. An entry says how everything was that is decided, and how it is now with protocol and reason:
 * {@code 7707083893 7/5 0.5; 7707083893 class —} and {@code 7707083893 7/5 1.0 (protocol № 3 of 2026-03-12: …); …}.
 *
 * @param cell   criterion and column, {@code 7/5}; empty where a class is decided
 * @param before the score in points, or the class; empty: no class
 * @param after  the same of now; of a class, which one stands
 */
public record LoggedDecision(
        String company, String cell, String before, String after, String protocol, LocalDate date, String reason) {

    private static final String NO_CLASS = "—";
    private static final String PARTING = "; ";

    /** With an even number of semicolons before it, which were typed. */
    private static final Pattern SINGLE = Pattern.compile("(?<=(?<!;)(?:;;){0,99})" + PARTING);

    /** What follows the first criterion and column, or the first «class», may say anything. */
    private static final Pattern LINE = Pattern.compile(
            "(?s)(.+?) (?:([0-9]+/[0-9]+)|class) (.*?)(?: \\(protocol (.*?) of ([0-9]{4}-[0-9]{2}-[0-9]{2}): (.*)\\))?");

    /** {@return how everything was that is decided} */
    public static String before(List<LoggedDecision> decisions) {
        return joined(decisions, each -> each.subject() + each.state(each.before));
    }

    /** {@return how it is now, by which protocol, and why} */
    public static String after(List<LoggedDecision> decisions) {
        return joined(
                decisions,
                each -> each.subject() + each.state(each.after) + " (protocol " + each.protocol + " of " + each.date
                        + ": " + each.reason + ")");
    }

    /** {@return the decisions that an entry of the log tells of} Empty where it cannot be understood. */
    public static List<LoggedDecision> of(String before, String after) {
        List<Matcher> were = lines(before);
        List<Matcher> are = lines(after);
        if (were.size() != are.size()) {
            return List.of();
        }
        List<LoggedDecision> decisions = new ArrayList<>();
        for (int i = 0; i < are.size(); i++) {
            Optional<LoggedDecision> decision = decision(were.get(i), are.get(i));
            if (decision.isEmpty()) {
                return List.of();
            }
            decisions.add(decision.get());
        }
        return decisions;
    }

    /** {@return whether a class is decided, and no cell} */
    public boolean isOfClass() {
        return cell.isEmpty();
    }

    private static Optional<LoggedDecision> decision(Matcher was, Matcher is) {
        if (!was.matches() || !is.matches() || is.group(4) == null) {
            return Optional.empty();
        }
        return Optional.of(new LoggedDecision(
                plain(is.group(1)),
                Optional.ofNullable(is.group(2)).orElse(""),
                ofState(was.group(3)),
                ofState(is.group(3)),
                plain(is.group(4)),
                LocalDate.parse(is.group(5)),
                plain(is.group(6))));
    }

    private String subject() {
        return company + " " + (isOfClass() ? "class" : cell) + " ";
    }

    private String state(String scoreOrClass) {
        return isOfClass() && scoreOrClass.isEmpty() ? NO_CLASS : scoreOrClass;
    }

    private static String ofState(String logged) {
        return logged.equals(NO_CLASS) ? "" : plain(logged);
    }

    /** A semicolon that somebody has typed is doubled, so that it parts nothing. */
    private static String joined(List<LoggedDecision> decisions, Function<LoggedDecision, String> line) {
        return decisions.stream().map(line).map(text -> text.replace(";", ";;")).collect(Collectors.joining(PARTING));
    }

    private static String plain(String logged) {
        return logged.replace(";;", ";");
    }

    private static List<Matcher> lines(String logged) {
        List<Matcher> lines = new ArrayList<>();
        for (String line : SINGLE.split(logged, -1)) {
            lines.add(LINE.matcher(line));
        }
        return lines;
    }
}
