package io.sluice.core.r2dbc;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import java.time.Duration;
import reactor.netty.http.HttpResources;
import reactor.netty.resources.LoopResources;

/**
 * The JVM's event loops, for connections to PostgreSQL that are closed when it does not answer: the driver has no
 * time-out of its own for that, and lets nobody else reach its channels.
 *
 * @param answerWithin the longest silence, once something was asked
 */
public record WatchedLoops(Duration answerWithin) implements LoopResources {

    @Override
    public EventLoopGroup onServer(boolean useNative) {
        return HttpResources.get().onServer(useNative);
    }

    @Override
    public EventLoopGroup onClient(boolean useNative) {
        return HttpResources.get().onClient(useNative);
    }

    @Override
    public <T extends Channel> T onChannel(Class<T> type, EventLoopGroup group) {
        T channel = HttpResources.get().onChannel(type, group);
        if (channel instanceof SocketChannel) {
            channel.pipeline().addFirst("sluice.answers", new AnswerDeadline(answerWithin));
        }
        return channel;
    }

    @Override
    public <T extends Channel> Class<? extends T> onChannelClass(Class<T> type, EventLoopGroup group) {
        return HttpResources.get().onChannelClass(type, group);
    }
}
