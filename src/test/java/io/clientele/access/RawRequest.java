package io.clientele.access;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Sends bytes as they are and reads what comes back, from an address of loopback that no proxy is trusted at. */
final class RawRequest {

    private static final String STRANGER = "127.0.0.2";
    private static final int PATIENCE_MILLIS = 3_000;

    private RawRequest() {}

    /**
     * What came back.
     *
     * @param text all bytes until the end or until nothing more came
     * @param closed whether the server has closed the connection
     */
    record Reply(String text, boolean closed) {

        String statusLine() {
            return text.split("\r\n", 2)[0];
        }

        int answers() {
            return text.split("HTTP/1\\.[01] ", -1).length - 1;
        }

        int answers(int status) {
            return text.split("HTTP/1\\.[01] " + status + " ", -1).length - 1;
        }
    }

    static Reply send(int port, String request) throws IOException {
        return send(STRANGER, port, request);
    }

    static Reply send(String from, int port, String request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return read(socket.getInputStream());
        }
    }

    private static Reply read(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] some = new byte[8_192];
        try {
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                text.append(new String(some, 0, n, StandardCharsets.ISO_8859_1));
            }
            return new Reply(text.toString(), true);
        } catch (SocketTimeoutException e) {
            return new Reply(text.toString(), false);
        }
    }
}
