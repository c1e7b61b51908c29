package io.sluice.core.channel.guard;

import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Whoever counts what the gateway itself is doing is told, by way of the Reactor context, while a caller's work waits for
 * a channel: a slow channel is not a busy gateway.
 */
public interface OwnTime {

    /** A channel is waited for from now on. */
    void pauses();

    /** The channel's word is there, or is not waited for any more. */
    void goesOn();

    /** Work begins that goes on when whoever asked for it has his answer, or has left. */
    void workBegins();

    /** It has ended. */
    void workEnds();

    /** The work, counted to its end. */
    static <T> Mono<T> counted(Mono<T> work, ContextView context) {
        OwnTime counted = context.getOrDefault(OwnTime.class, null);
        if (counted == null) {
            return work;
        }
        counted.workBegins();
        return work.doFinally(_ -> counted.workEnds());
    }

    /** For work that is counted. */
    static Context with(Context context, OwnTime counted) {
        return context.put(OwnTime.class, counted);
    }

    /** The call, told of where somebody counts. */
    static <T> Mono<T> pausedFor(Mono<T> call, ContextView context) {
        OwnTime counted = context.getOrDefault(OwnTime.class, null);
        if (counted == null) {
            return call;
        }
        counted.pauses();
        return call.doOnTerminate(counted::goesOn).doOnCancel(counted::goesOn);
    }
}
