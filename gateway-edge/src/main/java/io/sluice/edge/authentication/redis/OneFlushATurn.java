package io.sluice.edge.authentication.redis;

import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.handler.flush.FlushConsolidationHandler;

/** Sends what an event loop's turn asked of Redis by one system call; Lettuce alone makes one for each command. */
final class OneFlushATurn implements NettyCustomizer {

    @Override
    public void afterChannelInitialized(Channel channel) {
        boolean outsideOfReadsToo = true;
        channel.pipeline()
                .addFirst(new FlushConsolidationHandler(
                        FlushConsolidationHandler.DEFAULT_EXPLICIT_FLUSH_AFTER_FLUSHES, outsideOfReadsToo));
    }
}
