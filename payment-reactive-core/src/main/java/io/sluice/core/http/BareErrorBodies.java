package io.sluice.edge.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.util.ReferenceCountUtil;
import java.util.function.Consumer;

/**
 * Gives a body to the answers that the HTTP codec makes before any of our code sees the request: 400, 408, 413, 414 and
 * 431 come as problems too.
 */
@Sharable
final class BareErrorBodies extends ChannelOutboundHandlerAdapter {

    private final Consumer<Problem> witness;

    /** @param witness is told of each, on the event loop */
    BareErrorBodies(Consumer<Problem> witness) {
        this.witness = witness;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // it is the promise that was given
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        context.write(message instanceof FullHttpResponse response ? described(response) : message, promise);
    }

    private FullHttpResponse described(FullHttpResponse response) {
        int status = response.status().code();
        boolean bare = status >= 400
                && !response.content().isReadable()
                && !response.headers().contains(HttpHeaderNames.CONTENT_TYPE);
        if (!bare) {
            return response;
        }
        Problem problem = problem(status);
        witness.accept(problem);
        byte[] body = ProblemJson.write(problem, null);
        FullHttpResponse described = new DefaultFullHttpResponse(
                response.protocolVersion(), response.status(), Unpooled.wrappedBuffer(body));
        described.headers().set(response.headers());
        described.headers().set(HttpHeaderNames.CONTENT_TYPE, ProblemJson.MEDIA_TYPE);
        described.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        described.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        ReferenceCountUtil.release(response);
        return described;
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 408 -> Problem.of(408, "request_timeout", "The request took too long to arrive; send it at once.");
            case 413 -> Problem.of(413, "body_too_large", "The body is larger than this API takes.");
            case 414 -> Problem.of(414, "target_too_long", "The request line has more than 4096 bytes.");
            case 431 -> Problem.of(431, "headers_too_large", "The header fields have more than 16384 bytes.");
            default -> Problem.of(status, "request_malformed", "This is not a well-formed HTTP/1.1 request.");
        };
    }
}
