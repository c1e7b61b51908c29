package io.sluice.core.http;

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
import java.util.function.IntFunction;

/**
 * Gives a body to the answers that the HTTP codec makes before any of our code sees the request: 400, 408, 413, 414 and
 * 431 come as problems too.
 */
@Sharable
public final class BareErrorBodies extends ChannelOutboundHandlerAdapter {

    private static final String MEDIA_TYPE = "application/problem+json";

    private final IntFunction<byte[]> problems;

    /** @param problems from a status to the problem as JSON; asked once for each answer, on the event loop */
    public BareErrorBodies(IntFunction<byte[]> problems) {
        this.problems = problems;
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
        byte[] body = problems.apply(status);
        FullHttpResponse described = new DefaultFullHttpResponse(
                response.protocolVersion(), response.status(), Unpooled.wrappedBuffer(body));
        described.headers().set(response.headers());
        described.headers().set(HttpHeaderNames.CONTENT_TYPE, MEDIA_TYPE);
        described.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        described.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        ReferenceCountUtil.release(response);
        return described;
    }
}
