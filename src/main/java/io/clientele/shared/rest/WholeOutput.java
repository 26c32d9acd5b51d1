package io.clientele.shared.rest;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Content that is whole or visibly broken off. When writing fails, the connection is closed instead of the answer being ended: the
 * framework would write the failure's message behind what has gone already, and nobody could tell it from the content.
 */
final class WholeOutput implements StreamingOutput {

    private final StreamingOutput content;

    WholeOutput(StreamingOutput content) {
        this.content = content;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        Noting noting = new Noting(out);
        try {
            content.write(noting);
        } catch (IOException | RuntimeException e) {
            if (noting.begun) {
                breakOff();
            }
            throw e;
        }
    }

    /**
     * Drops what the network has not taken yet. A connection that is closed by the framework first sends all of it, and then what is
     * written meanwhile, with the end of the answer.
     */
    private static void breakOff() {
        HttpConnection connection = Arc.container()
                .instance(CurrentVertxRequest.class)
                .get()
                .getCurrent()
                .request()
                .connection();
        if (connection instanceof ConnectionBase known) {
            var _ = known.channelHandlerContext().close();
        } else {
            connection.close();
        }
    }

    /** Notes whether anything was written. */
    private static final class Noting extends FilterOutputStream {

        private boolean begun;

        private Noting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int single) throws IOException {
            begun = true;
            out.write(single);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            begun = begun || length > 0;
            out.write(bytes, from, length);
        }
    }
}
