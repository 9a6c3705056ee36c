package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mera.methodology.Scale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class NumbersTest {

    private static final Instant MOMENT = Instant.parse("2026-05-31T22:07:09Z");
    private static final Scale HALVES = new Scale(new BigDecimal("0.5"), BigDecimal.ONE);

    private final Numbers numbers = new Numbers(Clock.fixed(Instant.EPOCH, ZoneId.of("Europe/Moscow")), words());

    private static ResourceBundleMessageSource words() {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasenames("messages.web");
        words.setDefaultEncoding(StandardCharsets.UTF_8.name());
        words.setFallbackToSystemLocale(false);
        return words;
    }

    @BeforeEach
    void readInRussian() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("ru"));
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void setsThousandsApart() {
        assertThat(numbers.count(0)).isEqualTo("0");
        assertThat(numbers.count(999)).isEqualTo("999");
        assertThat(numbers.count(1234)).isEqualTo("1\u00a0234");
        assertThat(numbers.count(-1234567)).isEqualTo("\u22121\u00a0234\u00a0567");

        LocaleContextHolder.setLocale(Locale.ENGLISH);

        assertThat(numbers.count(1234567)).isEqualTo("1,234,567");
    }

    @Test
    void writesDecimalsInTheReadersNotation() {
        assertThat(numbers.points(HALVES, 75)).isEqualTo("37,5");
        assertThat(numbers.points(HALVES, 400)).isEqualTo("200,0");
        assertThat(numbers.percent(new BigDecimal("74.25"))).isEqualTo("74,25\u00a0%");
        assertThat(numbers.decimal("-1.5")).isEqualTo("\u22121,5");

        LocaleContextHolder.setLocale(Locale.ENGLISH);

        assertThat(numbers.points(HALVES, 75)).isEqualTo("37.5");
        assertThat(numbers.percent("74.25")).isEqualTo("74.25%");
    }

    @Test
    void givesAChangeItsSign() {
        assertThat(numbers.change(3)).isEqualTo("+3");
        assertThat(numbers.change(0)).isEqualTo("0");
        assertThat(numbers.change(-2)).isEqualTo("\u22122");
    }

    @Test
    void tellsTimeByTheServersClock() {
        assertThat(numbers.time(MOMENT)).isEqualTo("01.06.2026 01:07");
        assertThat(numbers.exactTime(MOMENT)).isEqualTo("01.06.2026 01:07:09");
        assertThat(numbers.date(LocalDate.of(2026, 5, 31))).isEqualTo("31.05.2026");

        LocaleContextHolder.setLocale(Locale.ENGLISH);

        assertThat(numbers.time(MOMENT)).isEqualTo("2026-06-01 01:07");
        assertThat(numbers.date(LocalDate.of(2026, 5, 31))).isEqualTo("2026-05-31");
    }

    @Test
    void tellsHowLongInTwoUnits() {
        assertThat(numbers.duration(Duration.ofMillis(900))).isEqualTo("0 с");
        assertThat(numbers.duration(Duration.ofSeconds(59))).isEqualTo("59 с");
        assertThat(numbers.duration(Duration.ofSeconds(61))).isEqualTo("1 мин 1 с");
        assertThat(numbers.duration(Duration.ofSeconds(3600 + 7 * 60 + 30))).isEqualTo("1 ч 7 мин");
    }

    @Test
    void tellsHowLarge() {
        assertThat(numbers.size(999)).isEqualTo("999 Б");
        assertThat(numbers.size(1000)).isEqualTo("1,0 КБ");
        assertThat(numbers.size(999_949)).isEqualTo("999,9 КБ");
        assertThat(numbers.size(999_950)).isEqualTo("1,0 МБ");
        assertThat(numbers.size(64_500_000L)).isEqualTo("64,5 МБ");
        assertThat(numbers.size(5_000_000_000L)).isEqualTo("5,0 ГБ");
    }

    @Test
    void saysNothingOfNothing() {
        assertThat(numbers.count(null)).isEmpty();
        assertThat(numbers.time(null)).isEmpty();
        assertThat(numbers.percent(null)).isEmpty();
        assertThat(numbers.duration(null)).isEmpty();
        assertThat(numbers.size(null)).isEmpty();
    }
}
