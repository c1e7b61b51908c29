package io.sluice.core.channel;

/** Calls back. Reading a callback is pure computation on raw bytes and does not block. */
public interface Notifies extends Channel {

    /** Verifies and reads one callback. Bad input is a {@link CallbackReading.Refused}, never an exception. */
    CallbackReading read(RawCallback callback);

    /** What this channel takes for "received, do not send again". */
    CallbackAnswer acknowledged();

    /** What this channel takes for "not accepted": it will send the callback again. */
    CallbackAnswer refused(String reason);
}
