package io.sluice.compare.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/** One kept connection with one request under way at most; lives on one event loop. */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes its connection, which is heard of
final class Connection extends ChannelInboundHandlerAdapter {
    private final Listener listener;
    private final ResponseParser parser = new ResponseParser(this::answered);
    private @Nullable Channel channel;
    private long startedNanos;
    private boolean busy;

    /** What becomes of requests. Called on the event loop. */
    interface Listener {
        void connected(Connection connection);

        /** @param startedNanos when the request should have left, by {@link System#nanoTime} */
        void answered(Connection connection, int status, long startedNanos);

        /**
         * The connection is of no more use.
         *
         * @param busy whether a request was lost with it
         */
        void lost(Connection connection, boolean busy);
    }

    Connection(Listener listener) {
        this.listener = listener;
    }

    /** Sends a request; call on the event loop when the last one was answered. */
    void send(byte[] request, long dueNanos) {
        startedNanos = dueNanos;
        busy = true;
        if (channel != null) {
            channel.writeAndFlush(Unpooled.wrappedBuffer(request), channel.voidPromise());
        }
    }

    void close() {
        if (channel != null) {
            channel.close();
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        channel = context.channel();
        listener.connected(this);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        var bytes = (ByteBuf) message;
        try {
            parser.read(bytes);
        } finally {
            bytes.release();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        listener.lost(this, busy);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    private void answered(int status) {
        busy = false;
        listener.answered(this, status, startedNanos);
    }
}
