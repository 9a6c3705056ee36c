package org.mera.access;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What a password must not be. Long ones of one's own are asked for, and no kinds of characters: those make passwords alike. */
public enum PasswordRule {

    /** Fewer than {@link #SHORTEST} characters. */
    SHORT {
        @Override
        boolean isBroken(String password, String name) {
            return password.codePointCount(0, password.length()) < SHORTEST;
        }
    },

    /** More than {@link #LONGEST} bytes of UTF-8: the hash would not see the rest. */
    LONG {
        @Override
        boolean isBroken(String password, String name) {
            return password.getBytes(StandardCharsets.UTF_8).length > LONGEST;
        }
    },

    /** Holds the account's name. */
    NAME {
        @Override
        boolean isBroken(String password, String name) {
            return name.length() > 2 && password.toLowerCase(Locale.ROOT).contains(name);
        }
    },

    /** The same few characters again and again. */
    PLAIN {
        @Override
        boolean isBroken(String password, String name) {
            return password.codePoints().distinct().count() < DIFFERENT;
        }
    };

    /** Characters. */
    public static final int SHORTEST = 12;

    /** Bytes of UTF-8. */
    public static final int LONGEST = 72;

    private static final int DIFFERENT = 5;

    abstract boolean isBroken(String password, String name);

    /** {@return what a password of an account breaks} Empty where it will do. */
    public static Optional<PasswordRule> broken(String password, String name) {
        for (PasswordRule rule : values()) {
            if (rule.isBroken(password, name)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
