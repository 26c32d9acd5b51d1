package io.clientele.launch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The port the service listens on, looked at before anything else is started. */
final class HttpPort {

    private static final String PORT = "quarkus.http.port";
    private static final String HOST = "quarkus.http.host";

    private HttpPort() {}

    /** Refuses a port that is taken; a command that does not serve listens nowhere. */
    static void prepare(boolean serving) {
        if (!serving) {
            System.setProperty("quarkus.http.host-enabled", "false");
            return;
        }
        if (StartMode.local()) {
            Environment.offer(HOST, "127.0.0.1");
        }
        int port = port();
        if (port == 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(Environment.get(HOST, "0.0.0.0"), port));
        } catch (IOException e) {
            throw new StartRefusal(taken());
        }
    }

    static String taken() {
        return "Port " + port() + " is taken. Stop what listens there, or choose another with QUARKUS_HTTP_PORT.";
    }

    private static int port() {
        String value = Environment.get(PORT, "8080");
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, together with numbers out of range.
        }
        throw new StartRefusal("QUARKUS_HTTP_PORT is not a port: " + value);
    }
}
