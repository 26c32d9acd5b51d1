package io.clientele.launch;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpConstants;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;

/**
 * Decodes requests as the HTTP server does, and refuses besides those whose end another server could see elsewhere (RFC
 * 9112, 5.2, 6.1, 6.3, 7.1): with a length and a coding, with a coding other than one {@code chunked} of HTTP/1.1, with
 * folded lines, with a chunk size that is more or less than up to seven hexadecimal digits. Nothing behind a refused
 * request is read.
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {

    private enum Part {
        HEAD,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        TRAILERS,
        NOTHING_MORE
    }

    /** More would not fit what the HTTP server counts a chunk with. */
    private static final int MOST_DIGITS = 7;

    private static final int LINE_END_BYTES = 2;

    private Part part = Part.HEAD;
    private boolean requestLineRead;
    /** Bytes of the chunk under way that are still to be consumed, its line ends included. */
    private long chunkLeft;

    StrictRequestDecoder(HttpServerOptions limits) {
        super(limits);
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
        switch (part) {
            case HEAD -> head(ctx, in, out);
            case BODY -> super.decode(ctx, in, out);
            case CHUNK_SIZE -> chunkSize(ctx, in, out);
            case CHUNK -> chunk(ctx, in, out);
            case TRAILERS -> trailers(ctx, in, out);
            case NOTHING_MORE -> in.skipBytes(in.readableBytes());
        }
        for (Object each : out) {
            follow((HttpObject) each);
        }
    }

    private void head(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
        if (!requestLineRead) {
            skipEmptyLines(in);
            if (!in.isReadable()) {
                return;
            }
        }
        if (startsFolded(in)) {
            refuse(in, out, createInvalidMessage());
            return;
        }
        int before = in.readerIndex();
        super.decode(ctx, in, out);
        requestLineRead |= in.readerIndex() > before;
        if (!out.isEmpty() && out.getFirst() instanceof HttpMessage message && !isFramedClearly(message)) {
            refuse(in, out, message);
        }
    }

    private void chunkSize(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
        int end = in.indexOf(in.readerIndex(), in.writerIndex(), HttpConstants.LF);
        if (end >= 0) {
            int size = size(in, end);
            if (size < 0) {
                refuse(in, out, new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER));
                return;
            }
            chunkLeft = end + 1L - in.readerIndex() + size + LINE_END_BYTES;
            part = size == 0 ? Part.TRAILERS : Part.CHUNK;
            if (size > 0) {
                chunk(ctx, in, out);
                return;
            }
        }
        super.decode(ctx, in, out);
    }

    private void chunk(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
        int before = in.readerIndex();
        super.decode(ctx, in, out);
        chunkLeft -= in.readerIndex() - before;
        if (chunkLeft == 0) {
            part = Part.CHUNK_SIZE;
        }
    }

    private void trailers(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
        if (startsFolded(in)) {
            refuse(in, out, new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER));
        } else {
            super.decode(ctx, in, out);
        }
    }

    private void follow(HttpObject object) {
        if (object.decoderResult().isFailure()) {
            part = Part.NOTHING_MORE;
        } else if (object instanceof LastHttpContent) {
            part = Part.HEAD;
            requestLineRead = false;
        } else if (object instanceof HttpMessage message) {
            part = message.headers().contains(HttpHeaderNames.TRANSFER_ENCODING) ? Part.CHUNK_SIZE : Part.BODY;
        }
    }

    private static void refuse(ByteBuf in, List<Object> out, HttpObject refused) {
        in.skipBytes(in.readableBytes());
        if (refused.decoderResult().isSuccess()) {
            refused.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("ambiguous request")));
        }
        // At most the message itself and an empty end.
        out.clear();
        out.add(refused);
    }

    /** Of HTTP/1.1, where both are there: it would drop the length, and nobody would see that there was one. */
    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("a length and a coding");
    }

    private static boolean isFramedClearly(HttpMessage message) {
        HttpHeaders headers = message.headers();
        if (headers.contains(HttpHeaderNames.SEC_WEBSOCKET_KEY1)) {
            // With this header of an early draft a GET has eight bytes of body that no other header tells of.
            return false;
        }
        if (!headers.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            return true;
        }
        List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return codings.size() == 1
                && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.getFirst())
                && !headers.contains(HttpHeaderNames.CONTENT_LENGTH)
                && message.protocolVersion().equals(HttpVersion.HTTP_1_1);
    }

    private static void skipEmptyLines(ByteBuf in) {
        while (in.isReadable() && isLineEnd(in.getByte(in.readerIndex()))) {
            in.skipBytes(1);
        }
    }

    /** Whether a line of the head begins with white space; each call begins where a line does. */
    private static boolean startsFolded(ByteBuf in) {
        int line = in.readerIndex();
        int end = in.writerIndex();
        while (line < end && !isLineEnd(in.getByte(line))) {
            if (in.getByte(line) <= ' ' && in.getByte(line) >= 0) {
                return true;
            }
            int feed = in.indexOf(line, end, HttpConstants.LF);
            if (feed < 0) {
                return false;
            }
            line = feed + 1;
        }
        return false;
    }

    private static boolean isLineEnd(byte b) {
        return b == HttpConstants.CR || b == HttpConstants.LF;
    }

    /** The size of a chunk whose line ends there, or -1 when it is none. An extension may follow it. */
    private static int size(ByteBuf in, int lineFeed) {
        int size = 0;
        int at = in.readerIndex();
        for (; at < lineFeed; at++) {
            int digit = Character.digit(in.getByte(at), 16);
            if (digit < 0) {
                break;
            }
            size = size * 16 + digit;
            if (at - in.readerIndex() >= MOST_DIGITS) {
                return -1;
            }
        }
        boolean ended = at == lineFeed - 1 && in.getByte(at) == HttpConstants.CR;
        boolean extended = at < lineFeed - 1 && in.getByte(at) == HttpConstants.SEMICOLON;
        return at > in.readerIndex() && (ended || extended) ? size : -1;
    }
}
