package io.clientele;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Sends bytes as they are and reads what comes back, from an address of loopback that no proxy is trusted at. */
public final class RawRequest {

    private static final String STRANGER = "127.0.0.2";
    private static final int PATIENCE_MILLIS = 3_000;

    private RawRequest() {}

    /**
     * What came back.
     *
     * @param text all bytes until the end or until nothing more came
     * @param closed whether the server has closed the connection
     */
    public record Reply(String text, boolean closed) {

        public String statusLine() {
            return text.split("\r\n", 2)[0];
        }

        public int answers() {
            return text.split("HTTP/1\\.[01] ", -1).length - 1;
        }

        public int answers(int status) {
            return text.split("HTTP/1\\.[01] " + status + " ", -1).length - 1;
        }
    }

    public static Reply send(int port, String request) throws IOException {
        return send(STRANGER, port, request);
    }

    public static Reply send(String from, int port, String request) throws IOException {
        return send(from, port, request, request.length());
    }

    /** Sends it in pieces of so many bytes. */
    public static Reply send(String from, int port, String request, int piece) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
            for (int at = 0; at < bytes.length; at += piece) {
                socket.getOutputStream().write(bytes, at, Math.min(piece, bytes.length - at));
            }
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
