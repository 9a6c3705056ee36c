package org.mera;

import java.util.Optional;
import org.mera.cli.ConsoleException;
import org.mera.cli.RunningConsole;
import org.mera.cli.ServeOrder;
import org.mera.web.ServerException;
import org.mera.web.WebServer;

/** Lets the command line start the console: the two know nothing of each other. */
final class ConsoleStart {

    private ConsoleStart() {}

    static RunningConsole start(ServeOrder order) {
        WebServer server = server(order);
        return new RunningConsole() {
            @Override
            public String url() {
                return server.url();
            }

            @Override
            public boolean listensEverywhere() {
                return server.listensEverywhere();
            }

            @Override
            public Optional<String> firstPassword() {
                return server.firstPassword();
            }

            @Override
            public boolean isOpenUnencrypted() {
                return server.isOpenUnencrypted();
            }

            @Override
            public void served() {
                server.served();
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }

    private static WebServer server(ServeOrder order) {
        try {
            return WebServer.start(order.home(), order.address(), order.port(), order.jobs());
        } catch (ServerException e) {
            throw new ConsoleException(String.valueOf(e.getMessage()), e);
        }
    }
}
