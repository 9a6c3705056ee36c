package org.mera.company;

import java.util.Optional;

/** The taxpayer's number: 10 digits for organisations, 12 for persons, with check digits. */
public final class Inn {

    private static final int[] TENTH = {2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] ELEVENTH = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] TWELFTH = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};

    private Inn() {}

    /**
     * {@return the number with a dropped leading zero put back} 9 or 11 digits are taken with a leading 0; empty where digits are missing, the
     * check digits are wrong or all are zero.
     */
    public static Optional<String> parse(String text) {
        String digits = text.length() == 9 || text.length() == 11 ? "0" + text : text;
        return isValid(digits) ? Optional.of(digits) : Optional.empty();
    }

    /** {@return these nine or ten digits with their check digits} For invented companies. */
    public static String complete(String digits) {
        if (digits.length() == 9) {
            return digits + checkDigit(digits, TENTH);
        }
        if (digits.length() == 10) {
            String eleven = digits + checkDigit(digits, ELEVENTH);
            return eleven + checkDigit(eleven, TWELFTH);
        }
        throw new IllegalArgumentException("An INN has 9 or 10 digits before its check digits: " + digits);
    }

    private static boolean isValid(String digits) {
        boolean onlyZeros = true;
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            if (digit < '0' || digit > '9') {
                return false;
            }
            onlyZeros &= digit == '0';
        }
        if (onlyZeros) {
            return false;
        }
        return switch (digits.length()) {
            case 10 -> digits.charAt(9) == checkDigit(digits, TENTH);
            case 12 ->
                digits.charAt(10) == checkDigit(digits, ELEVENTH) && digits.charAt(11) == checkDigit(digits, TWELFTH);
            default -> false;
        };
    }

    private static char checkDigit(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return (char) ('0' + sum % 11 % 10);
    }
}
