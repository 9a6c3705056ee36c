package org.mera.export;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** File names made of what identifies a company: an INN stays as it is, a code loses what a file name may not have. */
public final class FileNames {

    private FileNames() {}

    /** {@return a file name of its own for every identity} What is no letter, digit, {@code -} or {@code _} becomes {@code %} and its UTF-8 bytes in hexadecimal. */
    public static String of(String identity) {
        StringBuilder name = new StringBuilder(identity.length());
        identity.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '-' || c == '_') {
                name.appendCodePoint(c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    name.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
                }
            }
        });
        return name.toString();
    }
}
