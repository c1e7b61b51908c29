package io.sluice.sandbox.simulators.bank.model;

/** How an answer reaches the terminal. */
public enum Delivery {
    RIGHT,
    /** The connection stays, and says nothing. */
    NEVER,
    /** Long after the terminal has given up. */
    LATE,
    /** Three times. */
    REPEATED,
    /** The connection is cut instead. */
    CUT,
    /** Half of it, and the connection is cut. */
    HALF,
    /** Random bytes in a frame. */
    GARBAGE,
    /** With a wrong MAC. */
    FORGED
}
