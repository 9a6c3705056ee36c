package org.mera.access;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of an account: one name however its letters are typed, and one that can stand in an address and in a line of a log. */
public final class AccountName {

    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@-]{0,63}");

    private AccountName() {}

    /** {@return the name as accounts bear it} Empty where no account can be called so. */
    public static Optional<String> of(String typed) {
        String name = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return SHAPE.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }
}
