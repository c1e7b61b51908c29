package io.sluice.edge.overload;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import io.sluice.edge.http.RequestBody;
import io.sluice.edge.overload.model.Refusal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How a connection is refused a request: answered at once, while its body is still to come; a small body is swallowed and
 * the connection stays, unless there are many of them, else it is closed. A refusal never overtakes the answer to an earlier request.
 */
final class Refusing {

    private final RefusalAnswers answers = new RefusalAnswers();
    private final BooleanSupplier parts;
    private final Duration drainWithin;

    /** The rest of a refused request is still to come. */
    private boolean swallowing;

    /** Nothing more is served on this connection. */
    private boolean last;

    private boolean readOn;
    private @Nullable Refusal postponed;
    private @Nullable Future<?> deadline;

    /** @param parts whether the connection is closed for being one of too many */
    Refusing(BooleanSupplier parts, Duration drainWithin) {
        this.parts = parts;
        this.drainWithin = drainWithin;
    }

    boolean swallows(Object message) {
        return last || (swallowing && !(message instanceof HttpRequest));
    }

    void swallowed(ChannelHandlerContext context, Object message) {
        readOn = true;
        if (swallowing && message instanceof LastHttpContent) {
            swallowing = false;
            end();
            closeIfLast(context);
        }
    }

    /** @param others whether earlier requests of this connection are not answered yet */
    void refuse(ChannelHandlerContext context, HttpRequest request, Refusal why, boolean others) {
        swallowing = true;
        readOn = true;
        last = others || !HttpUtil.isKeepAlive(request) || !isSmall(request) || parts.getAsBoolean();
        if (others) {
            postponed = why;
        } else {
            write(context, why);
        }
    }

    /** All that was asked before has its answer. */
    void nothingBefore(ChannelHandlerContext context) {
        Refusal why = postponed;
        if (why != null) {
            postponed = null;
            write(context, why);
            context.flush();
            await(context);
            closeIfLast(context);
        }
    }

    void readComplete(ChannelHandlerContext context) {
        if (!readOn) {
            return;
        }
        readOn = false;
        context.flush();
        await(context);
        context.read();
    }

    private void await(ChannelHandlerContext context) {
        if (swallowing && postponed == null && deadline == null) {
            deadline = context.executor().schedule(() -> close(context), drainWithin.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    void end() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a connection that fails is closed by its own pipeline
    private void write(ChannelHandlerContext context, Refusal why) {
        context.write(answers.answer(why, last));
    }

    /** Not before the request is here as a whole, or the system would tell the client that the connection is broken. */
    private void closeIfLast(ChannelHandlerContext context) {
        if (last && !swallowing && postponed == null) {
            close(context);
        }
    }

    /** What is written is sent first. */
    private static void close(ChannelHandlerContext context) {
        context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    /** Whoever waits to be told to go on would send no body, so that where the next request begins would not be known. */
    private static boolean isSmall(HttpRequest request) {
        return !request.headers().contains(HttpHeaderNames.EXPECT)
                && !HttpUtil.isTransferEncodingChunked(request)
                && HttpUtil.getContentLength(request, 0L) <= RequestBody.MAX_BYTES;
    }
}
