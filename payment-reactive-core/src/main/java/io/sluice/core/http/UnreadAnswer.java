package io.sluice.core.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Closes a connection when nothing of what was sent to it moves for too long, or when it is told to, and tells of it once.
 */
public final class UnreadAnswer extends WriteTimeoutHandler {

    private final Runnable whenUnread;
    private boolean told;

    UnreadAnswer(Duration within, Runnable whenUnread) {
        super(within.toMillis(), TimeUnit.MILLISECONDS);
        this.whenUnread = whenUnread;
    }

    /** Before the time is over, for whoever knows that more waits to be read than may. From any thread. */
    public static void cutOff(Channel channel) {
        channel.eventLoop().execute(() -> {
            UnreadAnswer unread = channel.pipeline().get(UnreadAnswer.class);
            if (unread != null && channel.isActive()) {
                unread.close(channel);
            }
        });
    }

    /**
     * Sends what was written to a connection so far, and completes when the system has taken all of it or the connection is
     * closed; there never is a value. From any thread.
     */
    public static <T> Mono<T> taken(Channel channel) {
        return Mono.create(sink -> channel.eventLoop().execute(() -> whenTaken(channel, sink)));
    }

    /** Behind the codec, so that nothing of it is sent. */
    private static void whenTaken(Channel channel, MonoSink<?> sink) {
        ChannelHandlerContext first = channel.pipeline().context(UnreadAnswer.class);
        if (first == null) {
            sink.success();
        } else {
            first.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> sink.success());
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a connection that cannot be closed is closed already
    private void close(Channel channel) {
        tell();
        channel.close();
    }

    /** Called for each write that is late, and there may be many. */
    @Override
    protected void writeTimedOut(ChannelHandlerContext context) throws Exception {
        tell();
        super.writeTimedOut(context);
    }

    private void tell() {
        if (!told) {
            told = true;
            whenUnread.run();
        }
    }
}
