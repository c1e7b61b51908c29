package io.sluice.compare.stub;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import java.util.concurrent.TimeUnit;

/** Answers the requests of one connection, by bytes that were written down beforehand. */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes its connection, which its client notices
final class StubHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final ByteBuf PAID = ok("{\"state\":\"paid\",\"reference\":\"stub-0000000000000001\"}");
    private static final ByteBuf WAITING =
            ok("{\"state\":\"waiting\",\"reference\":\"stub-0000000000000001\",\"qr_code\":\"stub://1\"}");
    private static final ByteBuf CHANGED = ok("{}");
    private static final ByteBuf TAKEN = bytes("HTTP/1.1 204 No Content\r\n\r\n");
    private static final ByteBuf UNKNOWN = bytes("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");

    private final StubDelays delays;

    StubHandler(StubDelays delays) {
        this.delays = delays;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        boolean kept = HttpUtil.isKeepAlive(request);
        switch (request.uri()) {
            case StubChannel.PAID_AT_ONCE -> answerAfter(delays.usual(), context, PAID, kept);
            case StubChannel.PAID_LATER -> answerAfter(delays.usual(), context, WAITING, kept);
            case StubServer.OTHER + StubChannel.PAID_AT_ONCE -> answerAfter(delays.other(), context, PAID, kept);
            case StubServer.OTHER + "/_sim/weather" -> {
                delays.changeOther(request.content().toString(US_ASCII));
                answer(context, CHANGED, kept);
            }
            case "/hooks" -> answer(context, TAKEN, kept);
            default -> answer(context, UNKNOWN, kept);
        }
    }

    private static void answerAfter(long millis, ChannelHandlerContext context, ByteBuf answer, boolean kept) {
        context.executor().schedule(() -> answer(context, answer, kept), millis, TimeUnit.MILLISECONDS);
    }

    private static void answer(ChannelHandlerContext context, ByteBuf answer, boolean kept) {
        if (kept) {
            context.writeAndFlush(answer.duplicate(), context.voidPromise());
        } else {
            context.writeAndFlush(answer.duplicate()).addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    private static ByteBuf ok(String json) {
        return bytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + json.length()
                + "\r\n\r\n" + json);
    }

    /** Off the heap, where a socket takes it from; never released. */
    private static ByteBuf bytes(String text) {
        return Unpooled.unreleasableBuffer(Unpooled.directBuffer(text.length()).writeBytes(text.getBytes(US_ASCII)));
    }
}
