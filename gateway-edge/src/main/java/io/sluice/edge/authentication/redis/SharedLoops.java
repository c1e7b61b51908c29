package io.sluice.edge.authentication.redis;

import io.lettuce.core.resource.EventLoopGroupProvider;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.util.concurrent.TimeUnit;
import reactor.netty.http.HttpResources;

/** Lettuce on the JVM's event loops, beside the requests that wait for it; they are not Lettuce's to end. */
final class SharedLoops implements EventLoopGroupProvider {

    @Override
    @SuppressWarnings("unchecked") // Lettuce asks for the kind of loops that this platform has, as Reactor Netty does
    public <T extends EventLoopGroup> T allocate(Class<T> type) {
        return (T) HttpResources.get().onClient(true);
    }

    @Override
    public int threadPoolSize() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public Future<Boolean> release(EventExecutorGroup group, long quietPeriod, long timeout, TimeUnit unit) {
        return ended();
    }

    @Override
    public Future<Boolean> shutdown(long quietPeriod, long timeout, TimeUnit timeUnit) {
        return ended();
    }

    private static Future<Boolean> ended() {
        return ImmediateEventExecutor.INSTANCE.newSucceededFuture(true);
    }
}
