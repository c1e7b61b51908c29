package io.sluice.core.loop;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.util.context.Context;

/** Work that its caller waits for only so long, which every payment does several times: one subscriber and one timer. */
public final class InTime<T> implements CoreSubscriber<T> {

    private final MonoSink<T> caller;
    private final Context context;
    private final Disposable timer;
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile @Nullable Subscription work;

    private InTime(MonoSink<T> caller, Duration time, Supplier<@Nullable T> late) {
        this.caller = caller;
        this.context = Context.of(caller.contextView());
        this.timer = Home.after(time, () -> giveUp(late));
        caller.onDispose(this::leave);
    }

    /**
     * The work, which is cancelled when its time is over.
     *
     * @param late what its caller is told then, an error if it throws; null when he is to wait on after all
     */
    public static <T> Mono<T> of(Mono<T> work, Duration time, Supplier<@Nullable T> late) {
        return Mono.create(caller -> work.subscribe(new InTime<>(caller, time, late)));
    }

    @Override
    public Context currentContext() {
        return context;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        work = subscription;
        if (told.get()) {
            subscription.cancel();
        } else {
            subscription.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(T value) {
        if (told.compareAndSet(false, true)) {
            caller.success(value);
        }
    }

    @Override
    public void onComplete() {
        if (told.compareAndSet(false, true)) {
            caller.success();
        }
    }

    @Override
    public void onError(Throwable failure) {
        if (told.compareAndSet(false, true)) {
            caller.error(failure);
        }
    }

    private void giveUp(Supplier<@Nullable T> late) {
        try {
            T answer = late.get();
            if (answer != null && told.compareAndSet(false, true)) {
                cancel();
                caller.success(answer);
            }
        } catch (RuntimeException failure) {
            if (told.compareAndSet(false, true)) {
                cancel();
                caller.error(failure);
            }
        }
    }

    /** He was told, or left. */
    private void leave() {
        timer.dispose();
        if (told.compareAndSet(false, true)) {
            cancel();
        }
    }

    private void cancel() {
        Subscription running = work;
        if (running != null) {
            running.cancel();
        }
    }
}
