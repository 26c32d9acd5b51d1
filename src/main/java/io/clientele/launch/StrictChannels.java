package io.clientele.launch;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.http.HttpServerOptions;

/**
 * Puts the strict decoder in the place of the HTTP server's own, as soon as that is there: at once, or where a
 * connection may become one of HTTP/2, when its first bytes have shown that it does not.
 */
public final class StrictChannels extends ChannelInitializerExtension {

    private static final String DECODER = "httpDecoder";
    private static final String ENCODER = "httpEncoder";

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        channel.pipeline().addLast(new AfterTheServer());
    }

    private static boolean install(ChannelPipeline pipeline) {
        HttpServerOptions options = StrictRequests.options();
        if (options == null || pipeline.get(DECODER) == null) {
            return false;
        }
        pipeline.replace(DECODER, DECODER, new StrictRequestDecoder(options));
        pipeline.addAfter(ENCODER, "malformedBodies", new MalformedBodies());
        return true;
    }

    /** Its turn comes when the server has made the connection's pipeline. */
    private static final class AfterTheServer extends ChannelInboundHandlerAdapter {

        @Override
        public void handlerAdded(ChannelHandlerContext ctx) {
            if (!install(ctx.pipeline())) {
                ctx.pipeline().addLast(new WithTheFirstBytes());
            }
            ctx.pipeline().remove(this);
        }
    }

    /** Stands behind what tells HTTP/1.1 from HTTP/2, and before the decoder that is added then. */
    private static final class WithTheFirstBytes extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            install(ctx.pipeline());
            ctx.pipeline().remove(this);
            ctx.fireChannelRead(message);
        }
    }
}
