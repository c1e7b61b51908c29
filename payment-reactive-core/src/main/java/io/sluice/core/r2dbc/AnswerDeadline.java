package io.sluice.core.r2dbc;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a connection to PostgreSQL on which what was asked is met with silence. A server that is gone without a word
 * behind a proxy, a balancer or a firewall looks well to the kernel, and a pool hands such a connection out again and
 * again.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what is written has its promise, and nobody waits for the close
final class AnswerDeadline extends ChannelDuplexHandler {
    private static final Logger log = LoggerFactory.getLogger(AnswerDeadline.class);

    /** ReadyForQuery, with which every answer ends: its letter, its length, the state of the transaction. */
    private static final int READY_BYTES = 6;

    private final Duration limit;
    private @Nullable Future<?> deadline;

    AnswerDeadline(Duration limit) {
        this.limit = limit;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (deadline == null) {
            begin(context);
        }
        context.write(message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (deadline != null) {
            cancel();
            if (!endsAnAnswer(message)) {
                begin(context);
            }
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        context.fireChannelInactive();
    }

    private void begin(ChannelHandlerContext context) {
        deadline = context.executor().schedule(() -> giveUp(context), limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void giveUp(ChannelHandlerContext context) {
        log.warn(
                "PostgreSQL at {} was silent for {} ms; the connection is given up",
                context.channel().remoteAddress(),
                limit.toMillis());
        context.close();
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private static boolean endsAnAnswer(Object message) {
        if (!(message instanceof ByteBuf bytes) || bytes.readableBytes() < READY_BYTES) {
            return false;
        }
        int ready = bytes.writerIndex() - READY_BYTES;
        return bytes.getByte(ready) == 'Z' && bytes.getInt(ready + 1) == READY_BYTES - 1;
    }
}
