package org.mera.database;

/**
 * What a client needs to connect. User and password are empty where an external server's URL carries them or needs
 * none.
 *
 * @param url a JDBC URL that begins with {@code jdbc:postgresql:}
 */
public record DatabaseAccess(String url, String user, String password) {

    /** {@return the access without its password, since what is printed ends in logs} */
    @Override
    public String toString() {
        return "DatabaseAccess[url=" + withoutPasswords(url) + ", user=" + user + "]";
    }

    static String withoutPasswords(String text) {
        return text.replaceAll("(?i)(password=)[^&\\s]*", "$1***");
    }
}
