package org.mera.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mera.methodology.Scale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Numbers and times in the reader's notation, as {@code @n} in templates: {@code 1 234}, {@code 37,5}, {@code 74,25 %} in Russian, {@code 1,234},
 * {@code 37.5}, {@code 74.25%} in English. What is null is the empty text.
 */
@Component("n")
public final class Numbers {

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final String MINUS = "\u2212";
    private static final int KILO = 1000;

    private final ZoneId zone;
    private final MessageSource words;

    Numbers(Clock clock, MessageSource words) {
        this.zone = clock.getZone();
        this.words = words;
    }

    /** {@return a count, its thousands apart} In Russian a number of four digits stays together only below a thousand, like in the papers' tables. */
    public String count(@Nullable Number count) {
        if (count == null) {
            return "";
        }
        String digits = Long.toString(Math.abs(count.longValue()));
        StringBuilder text = new StringBuilder(count.longValue() < 0 ? MINUS : "");
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append(inEnglish() ? ',' : NO_BREAK_SPACE);
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }

    /** {@return a difference with its sign} Of places: +3 is three places up. */
    public String change(@Nullable Number change) {
        return change == null ? "" : change.longValue() > 0 ? "+" + count(change) : count(change);
    }

    /** {@return so many units of a scale as points with one decimal} */
    public String points(Scale scale, int units) {
        return decimal(scale.points(units));
    }

    /** {@return a plain decimal with a point in the reader's notation} */
    public String decimal(@Nullable String plain) {
        if (plain == null) {
            return "";
        }
        String signed = plain.startsWith("-") ? MINUS + plain.substring(1) : plain;
        return inEnglish() ? signed : signed.replace('.', ',');
    }

    /** {@return a percentage as exact as it is given, with its sign} */
    public String percent(@Nullable Object percent) {
        if (percent == null) {
            return "";
        }
        String plain = percent instanceof BigDecimal decimal ? decimal.toPlainString() : percent.toString();
        return decimal(plain) + (inEnglish() ? "%" : NO_BREAK_SPACE + "%");
    }

    /** {@return a moment by the server's clock, to the minute} */
    public String time(@Nullable Instant moment) {
        return moment == null
                ? ""
                : LocalDateTime.ofInstant(moment, zone).format(pattern("dd.MM.yyyy HH:mm", "yyyy-MM-dd HH:mm"));
    }

    /** {@return a moment to the second} */
    public String exactTime(@Nullable Instant moment) {
        return moment == null
                ? ""
                : LocalDateTime.ofInstant(moment, zone).format(pattern("dd.MM.yyyy HH:mm:ss", "yyyy-MM-dd HH:mm:ss"));
    }

    /** {@return a day} */
    public String date(@Nullable LocalDate day) {
        return day == null ? "" : day.format(pattern("dd.MM.yyyy", "yyyy-MM-dd"));
    }

    /** {@return a duration in its two largest units} */
    public String duration(@Nullable Duration duration) {
        if (duration == null) {
            return "";
        }
        long seconds = duration.toSeconds();
        if (seconds < 60) {
            return word("duration.seconds", count(seconds));
        }
        return seconds < 3600
                ? word("duration.minutes", count(seconds / 60), count(seconds % 60))
                : word("duration.hours", count(seconds / 3600), count(seconds / 60 % 60));
    }

    /** {@return the size of a file, in thousands of bytes with one decimal} */
    public String size(@Nullable Number bytes) {
        if (bytes == null) {
            return "";
        }
        if (bytes.longValue() < KILO) {
            return word("size.bytes", count(bytes));
        }
        BigDecimal thousands = BigDecimal.valueOf(bytes.longValue());
        String unit = "size.bytes";
        for (String larger : new String[] {"size.kilobytes", "size.megabytes", "size.gigabytes"}) {
            if (thousands.setScale(1, RoundingMode.HALF_UP).compareTo(BigDecimal.valueOf(KILO)) < 0) {
                break;
            }
            thousands = thousands.movePointLeft(3);
            unit = larger;
        }
        BigDecimal shown = thousands.setScale(1, RoundingMode.HALF_UP);
        return word(unit, decimal(shown.toPlainString()));
    }

    private String word(String key, Object... values) {
        return words.getMessage(key, values, LocaleContextHolder.getLocale());
    }

    private static DateTimeFormatter pattern(String russian, String english) {
        return DateTimeFormatter.ofPattern(inEnglish() ? english : russian, Locale.ROOT);
    }

    private static boolean inEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }
}
