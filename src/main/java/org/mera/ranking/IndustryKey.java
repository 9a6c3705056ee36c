package org.mera.ranking;

/** Industries are one and the same whatever their case and ё. */
public final class IndustryKey {

    private IndustryKey() {}

    /** {@return what all writings of an industry have in common} */
    public static String of(String industry) {
        return lower(industry.strip()).replace('ё', 'е');
    }

    /** One for one: {@code String.toLowerCase} makes two characters of an İ, and takes quadratic time where there are many. */
    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.chars().forEach(c -> lower.append((char) Character.toLowerCase(c)));
        return lower.toString();
    }
}
