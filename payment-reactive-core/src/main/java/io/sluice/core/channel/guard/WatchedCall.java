package io.sluice.core.channel.guard;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** A call and who watches it, each time it is made. */
final class WatchedCall<T> extends MonoOperator<T, T> {

    /** Follows one call. Must not throw: that would be no error of the call, and nobody would hear of it. */
    interface Watch {

        void told(Object outcome);

        /** Once, however it ended: it was told, it failed, or nobody waits for it any more. */
        void over();
    }

    private final Function<ContextView, Watch> begin;

    /** @param begin called before the call is made, which it is not if this throws: the caller gets that error */
    WatchedCall(Mono<T> call, Function<ContextView, Watch> begin) {
        super(call);
        this.begin = begin;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> caller) {
        Watch watch;
        try {
            watch = begin.apply(caller.currentContext());
        } catch (RuntimeException refusal) {
            Operators.error(caller, refusal);
            return;
        }
        source.subscribe(new Watched<>(caller, watch));
    }

    private static final class Watched<T> implements CoreSubscriber<T>, Subscription {

        private final CoreSubscriber<? super T> caller;
        private final Watch watch;
        private final AtomicBoolean over = new AtomicBoolean();
        private Subscription call = Operators.emptySubscription();

        Watched(CoreSubscriber<? super T> caller, Watch watch) {
            this.caller = caller;
            this.watch = watch;
        }

        @Override
        public Context currentContext() {
            return caller.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            call = subscription;
            caller.onSubscribe(this);
        }

        @Override
        public void onNext(T outcome) {
            watch.told(outcome);
            caller.onNext(outcome);
        }

        @Override
        public void onComplete() {
            caller.onComplete();
            end();
        }

        @Override
        public void onError(Throwable failure) {
            caller.onError(failure);
            end();
        }

        @Override
        public void request(long count) {
            call.request(count);
        }

        @Override
        public void cancel() {
            call.cancel();
            end();
        }

        private void end() {
            if (over.compareAndSet(false, true)) {
                watch.over();
            }
        }
    }
}
