package org.mera.csv;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash by which files and records are known again. */
public final class Sha256 {

    private Sha256() {}

    /** {@return a digest that nothing was fed to yet} */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
