package io.clientele;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An SMTP server that speaks with everybody and answers every recipient with the same reply. */
public final class RefusingMailServer implements AutoCloseable {

    private final ServerSocket server;
    private final String reply;
    private final Set<Socket> callers = ConcurrentHashMap.newKeySet();
    private final Thread serving;

    /** @param reply with its code, as {@code 550 5.1.1 unknown} */
    public RefusingMailServer(int port, String reply) throws IOException {
        this.server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.reply = reply;
        this.serving = Thread.ofPlatform().daemon().start(this::serve);
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                callers.add(caller);
                Thread.ofVirtual().start(() -> converse(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void converse(Socket caller) {
        try (caller;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
                Writer out = new OutputStreamWriter(caller.getOutputStream(), StandardCharsets.US_ASCII)) {
            say(out, "220 refusing");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("QUIT")) {
                    // Then the server closes, as real ones do: a client may wait for just that.
                    say(out, "221 bye");
                    return;
                }
                say(out, line.startsWith("RCPT") ? reply : "250 ok");
            }
        } catch (IOException e) {
            // The caller has gone.
        }
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
        try {
            // Until then the port may be taken.
            serving.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Socket caller : callers) {
            caller.close();
        }
    }
}
