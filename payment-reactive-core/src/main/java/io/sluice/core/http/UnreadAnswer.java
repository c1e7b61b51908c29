package io.sluice.core.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

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
