package io.sluice.edge.authentication.redis;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Sends what was asked of Redis by one system call, at the end of the event loop's turn, and what comes within the next two
 * milliseconds by another. Each sending wakes Redis, and its answer the loop; Lettuce alone would send each command by itself.
 * Who asks a connection that has rested waits for nothing but the turn's end.
 */
final class GatheredFlushes extends ChannelOutboundHandlerAdapter {

    static final Duration REST = Duration.ofMillis(2);

    /** Commands that are worth a system call however soon they come. */
    static final int ENOUGH = 64;

    private int waiting;
    private boolean due;
    private long sentAt;

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        sentAt = now(context) - REST.toNanos();
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        waiting++;
        if (waiting >= ENOUGH) {
            send(context);
        } else if (!due) {
            due = true;
            long left = Math.max(0, sentAt + REST.toNanos() - now(context));
            var _ = left == 0
                    ? context.executor().submit(() -> sendDue(context))
                    : context.executor().schedule(() -> sendDue(context), left, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // it is the promise, which its maker watches
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        send(context);
        context.close(promise);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        send(context);
    }

    private void sendDue(ChannelHandlerContext context) {
        due = false;
        send(context);
    }

    private void send(ChannelHandlerContext context) {
        if (waiting > 0) {
            waiting = 0;
            sentAt = now(context);
            context.flush();
        }
    }

    private static long now(ChannelHandlerContext context) {
        return context.executor().ticker().nanoTime();
    }
}
