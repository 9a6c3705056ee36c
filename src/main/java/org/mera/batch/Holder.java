package org.mera.batch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who runs this process, as others are told: user, host and process. */
final class Holder {

    private Holder() {}

    static String name() {
        return System.getProperty("user.name") + "@" + host() + ", process "
                + ProcessHandle.current().pid();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
