package io.sluice.core.channel.guard;

import reactor.util.context.Context;

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

    /** For work that is counted. */
    static Context with(Context context, OwnTime counted) {
        return context.put(OwnTime.class, counted);
    }
}
