package io.clientele.launch;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;

/**
 * Answers 400 to a request whose body turns out to be malformed while it is read, unless its answer has begun, after the
 * answers to those before it, and closes the connection. To whoever reads the body it is a connection that was closed.
 */
final class MalformedBodies extends ChannelDuplexHandler {

    private static final int FIRST_FINAL_STATUS = 200;

    private int unanswered;
    private boolean answerBegun;
    private boolean malformed;
    private boolean closing;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (malformed) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest) {
            unanswered++;
            ctx.fireChannelRead(message);
        } else if (message instanceof HttpContent content
                && content.decoderResult().isFailure()) {
            content.release();
            malformed = true;
            closeWhenItsTurnHasCome(ctx);
        } else {
            ctx.fireChannelRead(message);
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (closing) {
            ReferenceCountUtil.release(message);
            promise.tryFailure(new ClosedChannelException());
            return;
        }
        answerBegun |= message instanceof HttpResponse answer && answer.status().code() >= FIRST_FINAL_STATUS;
        boolean ended = answerBegun && message instanceof LastHttpContent;
        var _ = ctx.write(message, promise);
        if (ended) {
            answerBegun = false;
            unanswered--;
            if (malformed) {
                closeWhenItsTurnHasCome(ctx);
            }
        }
    }

    private void closeWhenItsTurnHasCome(ChannelHandlerContext ctx) {
        if (unanswered > 1) {
            return;
        }
        closing = true;
        Object last = unanswered == 1 && !answerBegun ? badRequest() : Unpooled.EMPTY_BUFFER;
        ctx.writeAndFlush(last).addListener(ChannelFutureListener.CLOSE);
    }

    private static HttpResponse badRequest() {
        DefaultFullHttpResponse answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST, Unpooled.EMPTY_BUFFER);
        answer.headers()
                .set(HttpHeaderNames.CONTENT_LENGTH, HttpHeaderValues.ZERO)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return answer;
    }
}
