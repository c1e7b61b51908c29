package io.sluice.core.loop;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.internal.ThreadExecutorMap;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The event loop a request came in on, and where it goes on after each answer that it waited for: or all requests would end
 * up on the loop of the one connection that all of them ask something of.
 */
public final class Home {

    private Home() {}

    /** The event loop that this is called on; null where it is none. */
    public static @Nullable EventExecutor here() {
        return ThreadExecutorMap.currentExecutor();
    }

    /** The same, told on the event loop of whoever subscribed; where he is on none, wherever it comes from. */
    public static <T> Mono<T> returning(Mono<T> asked) {
        return Mono.defer(() -> {
            EventExecutor home = here();
            return home == null ? asked : asked.publishOn(on(home));
        });
    }

    /** Done after that time on the event loop that this is called on; where that is none, on a thread of Reactor's. */
    public static Disposable after(Duration time, Runnable task) {
        EventExecutor home = here();
        if (home == null) {
            return Schedulers.parallel().schedule(task, time.toNanos(), TimeUnit.NANOSECONDS);
        }
        Future<?> due = home.schedule(task, time.toNanos(), TimeUnit.NANOSECONDS);
        return () -> due.cancel(false);
    }

    private static Scheduler on(EventExecutor home) {
        return Schedulers.fromExecutor(task -> {
            if (home.inEventLoop()) {
                task.run();
            } else {
                home.execute(task);
            }
        });
    }
}
