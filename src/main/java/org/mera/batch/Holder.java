package org.mera.batch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who runs this process, as others are told: user, host and process. */
final class Holder {

    private Holder() {}

    static String name() {
        return user() + ", process " + ProcessHandle.current().pid();
    }

    /** {@return account, user and host} Whoever acts is named so. */
    static String user() {
        return Acting.account()
                .map(account -> account + " (" + ofSystem() + ")")
                .orElseGet(Holder::ofSystem);
    }

    private static String ofSystem() {
        return System.getProperty("user.name") + "@" + host();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
