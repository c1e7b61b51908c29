package io.sluice.core.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Closes a connection when nothing of what was sent to it moves for too long, and tells of it once. */
final class UnreadAnswer extends WriteTimeoutHandler {

    private final Runnable whenUnread;
    private boolean told;

    UnreadAnswer(Duration within, Runnable whenUnread) {
        super(within.toMillis(), TimeUnit.MILLISECONDS);
        this.whenUnread = whenUnread;
    }

    /** Called for each write that is late, and there may be many. */
    @Override
    protected void writeTimedOut(ChannelHandlerContext context) throws Exception {
        if (!told) {
            told = true;
            whenUnread.run();
        }
        super.writeTimedOut(context);
    }
}
