package io.sluice.core.payment;

import io.sluice.core.channel.guard.OwnTime;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.util.context.Context;

/** One run of work that ends by itself; its caller is told how, while he is there. */
final class DetachedRun<T> implements CoreSubscriber<T> {

    private final MonoSink<T> caller;
    private final Context context;
    private final AtomicInteger inFlight;
    private final @Nullable OwnTime counted;

    /** He was told, or left: what is told to somebody who left would be logged as lost. */
    private final AtomicBoolean gone = new AtomicBoolean();

    private DetachedRun(MonoSink<T> caller, AtomicInteger inFlight) {
        this.caller = caller;
        this.context = Context.of(caller.contextView());
        this.inFlight = inFlight;
        this.counted = context.getOrDefault(OwnTime.class, null);
        caller.onDispose(() -> gone.set(true));
    }

    static <T> void start(Mono<T> work, MonoSink<T> caller, AtomicInteger inFlight) {
        DetachedRun<T> run = new DetachedRun<>(caller, inFlight);
        run.begin();
        work.subscribe(run);
    }

    private void begin() {
        inFlight.incrementAndGet();
        if (counted != null) {
            counted.workBegins();
        }
    }

    private void end() {
        inFlight.decrementAndGet();
        if (counted != null) {
            counted.workEnds();
        }
    }

    @Override
    public Context currentContext() {
        return context;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(T value) {
        if (gone.compareAndSet(false, true)) {
            caller.success(value);
        }
    }

    @Override
    public void onComplete() {
        if (gone.compareAndSet(false, true)) {
            caller.success();
        }
        end();
    }

    @Override
    public void onError(Throwable failure) {
        if (gone.compareAndSet(false, true)) {
            caller.error(failure);
        }
        end();
    }
}
