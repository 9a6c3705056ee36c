package org.mera.web;

import java.security.SecureRandom;

/** Passwords for others: drawn, told once, and to be changed at the first login. */
final class GivenPasswords {

    /** Without those that look alike. */
    private static final String CHARACTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 20;

    private GivenPasswords() {}

    static String next() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }
}
