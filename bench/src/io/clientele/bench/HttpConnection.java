package io.clientele.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection that sends requests made beforehand. It does as little as it can: on a small
 * machine a full HTTP client takes more processor time than the service it measures.
 */
final class HttpConnection implements AutoCloseable {

    private static final int STATUS_AT = 9;
    private static final int NO_CONTENT = 204;
    private static final int TIMEOUT_MS = 15_000;
    private static final String JSON = "application/json";
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private int bodyStart;

    HttpConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** A request ready to be sent again and again. Lines are headers; a body makes it a POST of JSON. */
    static byte[] request(String path, String body, String... headers) {
        return request(body.isEmpty() ? "GET" : "POST", path, JSON, body, headers);
    }

    static byte[] put(String path, String body, String... headers) {
        return request("PUT", path, JSON, body, headers);
    }

    /** A POST of a form. */
    static byte[] form(String path, String body, String... headers) {
        return request("POST", path, "application/x-www-form-urlencoded", body, headers);
    }

    private static byte[] request(String method, String path, String type, String body, String... headers) {
        StringBuilder text =
                new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        if (!body.isEmpty()) {
            text.append("Content-Type: ")
                    .append(type)
                    .append("\r\nContent-Length: ")
                    .append(body.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n");
        }
        return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Sends the request, reads the whole answer and returns its status. */
    int send(byte[] request) throws IOException {
        out.write(request);
        filled = 0;
        int end;
        do {
            fill();
            end = endOfHead();
        } while (end < 0);
        bodyStart = end;
        int status = number(STATUS_AT);
        long length = status == NO_CONTENT ? 0 : length(end);
        while (filled < end + length) {
            fill();
        }
        return status;
    }

    /** The body of the last answer. */
    String body() {
        return new String(buffer, bodyStart, filled - bodyStart, StandardCharsets.UTF_8);
    }

    private void fill() throws IOException {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * filled);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            throw new EOFException("the service closed the connection");
        }
        filled += read;
    }

    private int endOfHead() {
        for (int i = 3; i < filled; i++) {
            if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private long length(int end) throws IOException {
        for (int start = 0; start < end - LENGTH.length; start++) {
            if (buffer[start] == '\n' && isLength(start + 1)) {
                return number(start + 1 + LENGTH.length);
            }
        }
        throw new IOException("an answer without Content-Length: "
                + new String(buffer, 0, end, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT));
    }

    private boolean isLength(int at) {
        for (int i = 0; i < LENGTH.length; i++) {
            byte letter = buffer[at + i];
            if ((letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter) != LENGTH[i]) {
                return false;
            }
        }
        return true;
    }

    private int number(int at) {
        int position = at;
        while (buffer[position] == ' ') {
            position++;
        }
        int value = 0;
        while (buffer[position] >= '0' && buffer[position] <= '9') {
            value = 10 * value + buffer[position++] - '0';
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
