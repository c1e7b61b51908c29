package io.sluice.core.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Answers 408 to a request whose head does not arrive in time. The server's own request time-out begins where the head
 * ends, and its idle time-out begins anew with every byte, so that a client could send one byte a minute for ever.
 */
final class HeadDeadline {

    private final Duration time;
    private boolean inHead = true;
    private @Nullable Future<?> deadline;

    private HeadDeadline(Duration time) {
        this.time = time;
    }

    /** Watches a connection from both sides of its codec. */
    static void watch(Channel channel, Duration time) {
        HeadDeadline head = new HeadDeadline(time);
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addBefore(NettyPipeline.HttpCodec, "sluice.headBytes", head.new Bytes());
        pipeline.addAfter(NettyPipeline.HttpCodec, "sluice.headEnds", head.new Requests());
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private static void refuse(ChannelHandlerContext codec) {
        codec.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.REQUEST_TIMEOUT))
                .addListener(ChannelFutureListener.CLOSE);
    }

    private final class Bytes extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            if (inHead && deadline == null) {
                ChannelHandlerContext behindTheCodec = context.pipeline().context("sluice.errorBodies");
                deadline =
                        context.executor().schedule(() -> refuse(behindTheCodec), time.toNanos(), TimeUnit.NANOSECONDS);
            }
            context.fireChannelRead(bytes);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            cancel();
            context.fireChannelInactive();
        }
    }

    private final class Requests extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest) {
                inHead = false;
                cancel();
            }
            if (message instanceof LastHttpContent) {
                inHead = true;
            }
            context.fireChannelRead(message);
        }
    }
}
