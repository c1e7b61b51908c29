package io.sluice.channels.http.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * One connection, which carries one call at a time; all of it happens on its event loop. A call is answered when all that was read
 * with its answer's end has been looked at, for only then is it known whether the connection may carry another.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what cannot be written is heard of, and what cannot be closed is closed
final class Wire extends ChannelInboundHandlerAdapter {

    private final Shelf shelf;
    private final Channel channel;
    private final AnswerDecoder decoder;
    private final Alarm alarm;
    private final long endsAt;
    /** When the answer must be whole; without a call, when the connection is too old. */
    private long dueAt;

    private boolean open;
    private boolean closing;
    private @Nullable Call call;
    private Answer answer = new Answer();

    Wire(Shelf shelf, Channel channel, AnswerDecoder decoder) {
        this.shelf = shelf;
        this.channel = channel;
        this.decoder = decoder;
        this.alarm = new Alarm(shelf.loop(), () -> dueAt, this::expire);
        this.endsAt = System.nanoTime() + shelf.pool().limits().longestLife().toNanos();
    }

    /** From now on the shelf hears of its end. */
    void open() {
        open = true;
    }

    boolean isUsable() {
        return isSound() && dueAt - System.nanoTime() > 0;
    }

    private boolean isSound() {
        return channel.isActive() && !closing && !decoder.isSoiled();
    }

    /** Nobody needs it now. */
    void rest() {
        long idleUntil = System.nanoTime() + shelf.pool().limits().longestIdle().toNanos();
        dueAt = idleUntil - endsAt < 0 ? idleUntil : endsAt;
        alarm.adjust();
    }

    void close() {
        closing = true;
        channel.close();
    }

    /** Whether the call wanted to be written still; whatever happens to it from here on it is told. */
    boolean send(Call next) {
        if (!next.isWrittenOn(this)) {
            return false;
        }
        call = next;
        answer = new Answer();
        decoder.expectAnswer(HttpMethod.HEAD.equals(next.request().method()));
        dueAt = System.nanoTime() + next.patience().answer().toNanos();
        alarm.adjust();
        channel.writeAndFlush(next.request(), channel.voidPromise());
        return true;
    }

    /** From any thread. */
    void abandon(Call cancelled) {
        shelf.run(() -> {
            if (cancelled.equals(call)) {
                call = null;
                close();
            }
        });
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object part) {
        try {
            if (call != null && !answer.isWhole()) {
                answer.take((HttpObject) part);
                if (answer.isWhole()) {
                    decoder.expectNothing();
                }
            } else {
                close();
            }
        } catch (BrokenAnswerException broken) {
            lose(String.valueOf(broken.getMessage()));
        } finally {
            ReferenceCountUtil.release(part);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (call != null && answer.isWhole()) {
            settle(call);
        }
    }

    /** First the connection, so that whoever calls again on being told finds it. */
    private void settle(Call answered) {
        Answer whole = answer;
        call = null;
        if (whole.keepsAlive() && isSound() && endsAt - System.nanoTime() > 0) {
            shelf.giveBack(this);
        } else {
            close();
        }
        whole.tell(answered);
    }

    private void lose(String why) {
        Call lost = call;
        call = null;
        close();
        if (lost != null) {
            lost.lost(why);
        }
    }

    private void expire() {
        Call late = call;
        call = null;
        close();
        if (late != null) {
            late.late();
        }
    }

    /** An answer that lasts until the connection ends is whole only when TLS says that this is the end. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslCloseCompletionEvent end) {
            if (end.isSuccess()) {
                close();
            } else {
                finish("the connection was cut");
            }
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        finish(failure.getClass().getSimpleName());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        alarm.off();
        finish("the connection was closed");
        if (open) {
            open = false;
            shelf.closed(this);
        }
    }

    private void finish(String why) {
        if (call != null && answer.isWhole()) {
            settle(call);
        } else {
            lose(why);
        }
    }
}
