package org.mera;

import java.util.Optional;
import org.mera.cli.RunningConsole;
import org.mera.cli.ServeOrder;
import org.mera.web.WebServer;

/** Lets the command line start the console: the two know nothing of each other. */
final class ConsoleStart {

    private ConsoleStart() {}

    static RunningConsole start(ServeOrder order) {
        WebServer server = WebServer.start(order.home(), order.address(), order.port(), order.jobs());
        return new RunningConsole() {
            @Override
            public String url() {
                return server.url();
            }

            @Override
            public Optional<String> firstPassword() {
                return server.firstPassword();
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }
}
