package org.mera.ranking;

import java.util.Locale;

/** Whether an earlier ranking may be compared with this one, and why. */
public enum Comparability {
    /** There is no earlier ranking. */
    NONE(false),
    /** Both are of one edition of the methodology. */
    SAME_VERSION(true),
    /** Of another edition, which this one's file declares comparable. */
    DECLARED(true),
    /** It is from before this home and was brought in to be compared with. */
    IMPORTED(true),
    /** Of another edition, which this one's file does not declare comparable. */
    OTHER_VERSION(false);

    private final boolean comparable;

    Comparability(boolean comparable) {
        this.comparable = comparable;
    }

    /** {@return whether ranks and indicators may stand beside each other} */
    public boolean isComparable() {
        return comparable;
    }

    /** {@return as files call it: {@code same-version}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * {@return what files call so}
     *
     * @throws IllegalArgumentException where nothing is called so
     */
    public static Comparability of(String word) {
        for (Comparability each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        throw new IllegalArgumentException("«" + word + "» is no comparability");
    }
}
