package org.mera.submission;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The date of a document: {@code 31.12.2025}, {@code 2025-12-31}, or in part {@code 05.2026}, {@code 2025}.
 *
 * @param firstDay the day, or the first day of a month or year
 * @param partial  whether it is a month or a year
 */
record DocumentDate(LocalDate firstDay, boolean partial) {

    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2199;

    /** What the digits of a readable date stand for; no day and month: 1. */
    private record Digits(int year, int month, int day, boolean partial) {}

    /** {@return the date that a text means} Empty where it is not of one of the four forms or there is no such day. */
    static Optional<DocumentDate> parse(String text) {
        return digits(text).flatMap(DocumentDate::onTheCalendar);
    }

    /** {@return whether a text has the form of a date but names no day of the calendar: {@code 31.02.2025}} */
    static boolean isImpossible(String text) {
        return digits(text).isPresent() && parse(text).isEmpty();
    }

    private static Optional<DocumentDate> onTheCalendar(Digits digits) {
        if (digits.year < FIRST_YEAR || digits.year > LAST_YEAR) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DocumentDate(LocalDate.of(digits.year, digits.month, digits.day), digits.partial));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Digits> digits(String text) {
        if (isUsual(text)) {
            return Optional.of(new Digits(at(text, 6, 10), at(text, 3, 5), at(text, 0, 2), false));
        }
        return Optional.ofNullable(
                switch (form(text)) {
                    case "0000-00-00" -> new Digits(at(text, 0, 4), at(text, 5, 7), at(text, 8, 10), false);
                    case "00.0000" -> new Digits(at(text, 3, 7), at(text, 0, 2), 1, true);
                    case "0000" -> new Digits(at(text, 0, 4), 1, 1, true);
                    default -> null;
                });
    }

    /** {@return whether a text has the form of most: 31.12.2025} */
    private static boolean isUsual(String text) {
        if (text.length() != 10) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            char c = text.charAt(i);
            boolean mark = i == 2 || i == 5;
            if (mark ? c != '.' : !PlainDecimal.isDigit(c)) {
                return false;
            }
        }
        return true;
    }

    private static int at(String text, int from, int end) {
        return Integer.parseInt(text, from, end, 10);
    }

    private static String form(String text) {
        if (text.length() > 10) {
            return "";
        }
        StringBuilder form = new StringBuilder(10);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            form.append(PlainDecimal.isDigit(c) ? '0' : DocumentCode.isHyphen(c) ? '-' : c);
        }
        return form.toString();
    }
}
