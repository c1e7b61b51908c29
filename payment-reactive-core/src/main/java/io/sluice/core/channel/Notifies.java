package io.sluice.core.channel;

import reactor.core.publisher.Mono;

/** Calls back. */
public interface Notifies extends Channel {

    /**
     * Verifies and reads one callback. One that is signed with a key not known yet may wait until the channel was asked for
     * its keys, for the channel's deadline at most.
     *
     * @return one reading, always: bad input is a {@link CallbackReading.Refused}; never an error and never empty
     */
    Mono<CallbackReading> read(RawCallback callback);

    /** What this channel takes for "received, do not send again". */
    CallbackAnswer acknowledged();

    /** What this channel takes for "not accepted": it will send the callback again. */
    CallbackAnswer refused(String reason);
}
