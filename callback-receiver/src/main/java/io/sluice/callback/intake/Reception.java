package io.sluice.callback.intake;

import io.sluice.core.channel.CallbackAnswer;

/** How a callback is to be answered. */
public sealed interface Reception {

    /** In the channel's own words. Everything that the callback changed is committed. */
    record Answered(CallbackAnswer answer) implements Reception {}

    /** There is no account with this id, or its channel never calls back. */
    record NobodyHere() implements Reception {}
}
