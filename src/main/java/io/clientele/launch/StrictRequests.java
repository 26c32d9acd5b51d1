package io.clientele.launch;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Has the HTTP server read requests strictly ({@link StrictRequestDecoder}). Its options offer no place for a decoder, so
 * {@link StrictChannels} puts one into each connection, with the limits that the options set.
 */
@Singleton
class StrictRequests implements HttpServerOptionsCustomizer {

    private static volatile @Nullable HttpServerOptions options;

    @Override
    public void customizeHttpServer(HttpServerOptions server) {
        install(server);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions server) {
        install(server);
    }

    /** The limits of the HTTP server; null before there is one. */
    static @Nullable HttpServerOptions options() {
        return options;
    }

    private static void install(HttpServerOptions server) {
        // Extensions are off by default, and looked for once, when the first server is made.
        System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
        options = server;
    }
}
