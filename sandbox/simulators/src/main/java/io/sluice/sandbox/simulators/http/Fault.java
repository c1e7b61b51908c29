package io.sluice.sandbox.simulators.http;

import java.util.Locale;

/** What can be made to go wrong with the next requests. */
public enum Fault {
    /** The connection is closed before the request is looked at. */
    DROP_CONNECTION,
    /** The request is carried out, then the connection is closed without an answer. */
    DROP_AFTER,
    /** 429, nothing is carried out. */
    FREQUENCY_LIMITED,
    /** 500, nothing is carried out. */
    SYSTEM_ERROR_BEFORE,
    /** The request is carried out, then answered 500. */
    SYSTEM_ERROR_AFTER;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
