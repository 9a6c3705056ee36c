package org.mera.report;

import java.math.BigDecimal;

/** Differences with their sign, a real minus. */
final class Changes {

    private Changes() {}

    static String signed(BigDecimal difference, PaperNumbers numbers) {
        String size = numbers.percent(difference.abs());
        return switch (difference.signum()) {
            case 1 -> "+" + size;
            case -1 -> "−" + size;
            default -> size;
        };
    }
}
