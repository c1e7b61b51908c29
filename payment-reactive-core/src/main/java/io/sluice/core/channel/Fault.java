package io.sluice.core.channel;

/** Where the reason lies that a call came to nothing, or to nothing certain. */
public enum Fault {

    /** The channel failed, or the way to it: other orders would fare no better now. */
    CHANNEL,

    /** The channel works and said no to this order or to the account that sent it: others are not concerned. */
    ORDER
}
