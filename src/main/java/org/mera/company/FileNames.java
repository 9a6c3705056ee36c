package org.mera.company;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names of files that belong to one company. An INN is its own name; a code may hold anything, a slash or two dots too. */
public final class FileNames {

    private static final int LONGEST = 200;

    private FileNames() {}

    /**
     * {@return the name, without extension, of a company's file} Different companies have different names. Letters, digits, {@code -} and
     * {@code _} stay, a {@code .} too but not in front; other bytes are {@code %} and two hexadecimal digits; a name too long for a file system
     * becomes its hash.
     */
    public static String of(String id) {
        StringBuilder name = new StringBuilder(id.length());
        id.codePoints().forEach(c -> append(name, c));
        byte[] bytes = name.toString().getBytes(StandardCharsets.UTF_8);
        return bytes.length <= LONGEST ? name.toString() : "%" + hash(id);
    }

    private static void append(StringBuilder name, int c) {
        boolean dot = c == '.' && !name.isEmpty();
        if (Character.isLetterOrDigit(c) || c == '-' || c == '_' || dot) {
            name.appendCodePoint(c);
        } else {
            HexFormat hex = HexFormat.of().withUpperCase();
            for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                name.append('%').append(hex.toHexDigits(b));
            }
        }
    }

    private static String hash(String id) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(id.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
